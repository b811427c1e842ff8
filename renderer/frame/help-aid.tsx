import { useState } from 'react';
import type { Text } from '../../domain/contract/text.ts';
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

/** One call for the whole session: whoever turns the page, or closes the dialog, still hears what came of it. */
const ONE_CALL = { fixedCacheKey: 'help' };

/** Where staff are, in words, and a press that tells them. */
export function HelpAid({ place }: { place: Place }) {
  const [isOpen, setOpen] = useState(false);
  const [call, { data, isLoading, isError, reset }] = useCallHelpMutation(ONE_CALL);
  const say = useText();

  function close(): void {
    setOpen(false);
    // An answer that was read is done with; one that is still to come is kept.
    if (!isLoading) reset();
  }

  const isHeard = data?.isHeard === true;
  const stands = standOf({ isHeard, isLoading, isAnswered: data !== undefined || isError });
  return (
    <>
      <Aid drawing={<Icon of="staff" />} onPress={() => setOpen(true)}>
        {say(stands ?? texts.help)}
      </Aid>
      <span className="unseen" role="status">
        {isOpen || stands === null ? '' : say(stands)}
      </span>
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
              <Button look="strong" isBusy={isLoading} onPress={() => void call(null)}>
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

interface Call {
  isHeard: boolean;
  isLoading: boolean;
  isAnswered: boolean;
}

/** How it stands with the call, for whoever has closed the dialog; null: nobody was called. */
function standOf({ isHeard, isLoading, isAnswered }: Call): Text | null {
  if (isLoading) return texts.callingShort;
  if (!isAnswered) return null;
  return isHeard ? texts.calledShort : texts.notCalledShort;
}

function answerOf(
  data: { isHeard: boolean } | undefined,
  isError: boolean,
  say: ReturnType<typeof useText>,
): string {
  if (data === undefined && !isError) return '';
  return say(data?.isHeard === true ? texts.called : texts.notCalled);
}
