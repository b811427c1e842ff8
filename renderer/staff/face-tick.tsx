import { Checkbox } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';

/** Staff held card and face against each other. It is recorded, by whom and when. */
export function FaceTick({
  page,
  isCompared,
  shortcut = null,
}: {
  page: string;
  isCompared: boolean;
  /** The key that does the same, where there is one. */
  shortcut?: string | null;
}) {
  const { press } = usePress();
  const say = useText();
  return (
    <Checkbox
      className="face-tick"
      isSelected={isCompared}
      onChange={(next) => press({ name: 'compareFace', input: { page, isCompared: next } })}
    >
      <span className="face-tick__box">{isCompared ? <Icon of="check" /> : null}</span>
      {say(texts.face)}
      {shortcut === null ? null : <kbd aria-hidden="true">{shortcut}</kbd>}
    </Checkbox>
  );
}
