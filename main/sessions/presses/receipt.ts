// Handing in, and another copy of the receipt.
import type { Reply } from '../../../domain/contract/kiosk-api.ts';
import type { View } from '../../../domain/contract/views.ts';
import { fail } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import { isBusy } from '../../store/print-jobs.ts';
import type { Store } from '../../store/store.ts';
import type { Submitter } from '../../submissions/submitter.ts';
import type { Desk } from '../desk.ts';
import { handIn, type HandInParts } from '../hand-in.ts';
import { sequenceShown } from '../progress-facts.ts';
import type { Session } from '../session.ts';
import { canPrint } from '../views/progress.ts';

export interface ReceiptParts extends Omit<HandInParts, 'submitter'> {
  submitter: Submitter | null;
  store: Store;
  /** Copies a citizen may ask for besides the first. */
  reprints: number;
  onPrintAsked: () => void;
}

export function receiptPresses(desk: Desk, parts: ReceiptParts): Pick<Handlers, 'submit' | 'reprint'> {
  const { submitter } = parts;
  return {
    submit: ({ page, ...signed }) =>
      desk.press(page, () =>
        submitter === null ? desk.session() : handIn({ ...parts, submitter }, desk.session(), signed),
      ),
    reprint: ({ page }) =>
      desk.inTurn(async () => {
        desk.touch();
        return page === desk.session().page && !desk.isShut() ? reprint(desk, parts) : desk.shown();
      }),
  };
}

/** The receipt that whoever stands here may have again: just handed in, or shown to be theirs. */
function printable(session: Session): number | null {
  const { screen } = session;
  if (screen.at === 'progress' && !canPrint(screen.found)) return null;
  return sequenceShown(session);
}

async function reprint(
  desk: Desk,
  { store, clock, reprints, onPrintAsked }: ReceiptParts,
): Promise<Reply<View>> {
  const sequence = printable(desk.session());
  if (sequence === null) return desk.shown();
  const latest = await store.printJobs.latestOf(sequence);
  if (latest !== null && isBusy(latest)) return desk.shown();
  if ((await store.printJobs.countOf(sequence)) > reprints) return fail({ code: 'reprint-limit' });
  await store.transaction((stores) => stores.printJobs.add(sequence, clock.now().toISOString()));
  onPrintAsked();
  return desk.shown();
}
