import { refusalText } from '../../../domain/contract/refusals.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Trouble } from '../platform-client.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Why there is nothing new to see, and the one thing to do about it. */
export function TroubleNotice({ trouble, onAgain }: { trouble: Trouble; onAgain: () => void }) {
  const say = useText();
  return (
    <div className="trouble" role="alert">
      <Icon of="alert" />
      <p>{say(trouble === 'no-answer' ? texts.noAnswer : refusalText(trouble))}</p>
      <Button look="small" onPress={onAgain}>
        {say(texts.tryAgain)}
      </Button>
    </div>
  );
}
