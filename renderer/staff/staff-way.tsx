import { Button as AriaButton } from 'react-aria-components';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';

/** The way in for staff: small and quiet, so that nobody else comes upon it. */
export function StaffWay() {
  const { press } = usePress();
  const say = useText();
  return (
    <AriaButton className="staff-way" onPress={() => press({ name: 'openStaffDoor', input: null })}>
      {say(texts.staffWay)}
    </AriaButton>
  );
}
