import { useState } from 'react';
import type { Place } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StaffWay } from '../staff/staff-way.tsx';
import { useCallHelpMutation } from '../state/kiosk.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Aid } from './aid.tsx';
import { WhereStaffAre } from './where-staff-are.tsx';

/** Where staff are, in words, and a press that tells them. */
export function HelpAid({ place }: { place: Place }) {
  const [isOpen, setOpen] = useState(false);
  const [call, { data, isLoading, isError, reset }] = useCallHelpMutation();
  const say = useText();

  function close(): void {
    setOpen(false);
    reset();
  }

  const isHeard = data?.isHeard === true;
  return (
    <>
      <Aid drawing={<Icon of="staff" />} onPress={() => setOpen(true)}>
        {say(texts.help)}
      </Aid>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={say(texts.helpTitle)}
        actions={
          <>
            <Button look={isHeard ? 'strong' : 'plain'} onPress={close}>
              {say(texts.helpClose)}
            </Button>
            {isHeard ? null : (
              <Button look="strong" onPress={() => void (isLoading ? undefined : call(null))}>
                {say(isLoading ? texts.calling : texts.callStaff)}
              </Button>
            )}
          </>
        }
      >
        <WhereStaffAre place={place} />
        <p role="status">{answerOf(data, isError, say)}</p>
        <StaffWay />
      </Dialog>
    </>
  );
}

function answerOf(
  data: { isHeard: boolean } | undefined,
  isError: boolean,
  say: ReturnType<typeof useText>,
): string {
  if (data === undefined && !isError) return '';
  return say(data?.isHeard === true ? texts.called : texts.notCalled);
}
