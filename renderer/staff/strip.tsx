import type { Desk } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePress } from '../state/use-press.ts';
import { OwnName } from '../text/own-name.tsx';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import { FaceTick } from './face-tick.tsx';

/** Says on the citizen's own page that staff are at work on it, and lets go of it again. */
export function StaffStrip({ desk, page }: { desk: Exclude<Desk, { mode: 'desk' }>; page: string }) {
  const { press } = usePress();
  const say = useText();
  const { name, number } = desk.staff;
  if (desk.mode === 'review') {
    return (
      <aside className="strip" aria-label={say(texts.review)}>
        <Icon of="staff" />
        <p className="strip__words">
          <b>{say(texts.review)}</b>
          <span>
            {say(texts.reviewHint)} <OwnName>{name}</OwnName> {number}
          </span>
        </p>
        <Button look="small" onPress={() => press({ name: 'returnToStaff', input: { page } })}>
          {say(texts.returnToStaff)}
        </Button>
      </aside>
    );
  }
  return (
    <aside className="strip" aria-label={say(texts.helping)}>
      <Icon of="staff" />
      <p className="strip__words" role="status">
        <b>
          {say(texts.helping)} · <OwnName>{name}</OwnName> {number}
        </b>
        <span>{say(texts.helpingHint)}</span>
      </p>
      <FaceTick page={page} isCompared={desk.isFaceCompared} />
      <Button look="small" onPress={() => press({ name: 'giveBack', input: { page } })}>
        {say(texts.giveBack)}
      </Button>
    </aside>
  );
}
