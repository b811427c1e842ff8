// Handing in, and another copy of the receipt.
import type { Reply } from '../../../domain/contract/kiosk-api.ts';
import type { View } from '../../../domain/contract/views.ts';
import { fail } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import type { Store } from '../../store/store.ts';
import type { Submitter } from '../../submissions/submitter.ts';
import type { Desk } from '../desk.ts';
import { handIn, type HandInParts } from '../hand-in.ts';

export interface ReceiptParts extends Omit<HandInParts, 'submitter'> {
  submitter: Submitter | null;
  store: Store;
  /** Copies a citizen may ask for besides the first. */
  reprints: number;
  onPrintAsked: () => void;
}

const PRINT_BUSY = ['queued', 'sending'];

export function receiptPresses(desk: Desk, parts: ReceiptParts): Pick<Handlers, 'submit' | 'reprint'> {
  const { submitter } = parts;
  return {
    submit: ({ page, typedName }) =>
      desk.press(page, () =>
        submitter === null ? desk.session() : handIn({ ...parts, submitter }, desk.session(), typedName),
      ),
    reprint: ({ page }) =>
      desk.inTurn(async () => {
        desk.touch();
        return page === desk.session().page && !desk.isShut() ? reprint(desk, parts) : desk.shown();
      }),
  };
}

async function reprint(
  desk: Desk,
  { store, clock, reprints, onPrintAsked }: ReceiptParts,
): Promise<Reply<View>> {
  const { screen } = desk.session();
  if (screen.at !== 'receipt') return desk.shown();
  const { sequence } = screen.receipt;
  const latest = await store.printJobs.latestOf(sequence);
  if (latest !== null && PRINT_BUSY.includes(latest.state)) return desk.shown();
  if ((await store.printJobs.countOf(sequence)) > reprints) return fail({ code: 'reprint-limit' });
  await store.transaction((stores) => stores.printJobs.add(sequence, clock.now().toISOString()));
  onPrintAsked();
  return desk.shown();
}
