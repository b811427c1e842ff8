import { Button as AriaButton } from 'react-aria-components';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Digits to touch: a terminal has no keyboard. */
export function PinPad({
  onDigit,
  onDelete,
  onClear,
}: {
  onDigit: (digit: string) => void;
  onDelete: () => void;
  onClear: () => void;
}) {
  const say = useText();
  return (
    <div className="pin-pad" role="group" aria-label={say(texts.pinPad)}>
      {DIGITS.map((digit) => (
        <AriaButton key={digit} className="pin-pad__key" onPress={() => onDigit(digit)}>
          {digit}
        </AriaButton>
      ))}
      <AriaButton className="pin-pad__key pin-pad__key--word" onPress={onClear}>
        {say(texts.pinClear)}
      </AriaButton>
      <AriaButton className="pin-pad__key" onPress={() => onDigit('0')}>
        0
      </AriaButton>
      <AriaButton className="pin-pad__key pin-pad__key--word" onPress={onDelete}>
        {say(texts.pinDelete)}
      </AriaButton>
    </div>
  );
}
