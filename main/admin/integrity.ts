// Whether the database is sound, to the last page: what a start does not take the time for.
import { breakText } from '../store/store.ts';
import { inStore } from './journal.ts';
import type { AdminArguments, Answer } from './start.ts';

/** Reads every page and index, the whole journal and every submission. The kiosk may be running. */
export function checkIntegrity({ folder }: AdminArguments): Promise<Answer> {
  return inStore(folder, async (store) => {
    const complaint = await store.integrity();
    const { journal, altered } = await store.verify();
    const wrong = [
      ...(complaint === null ? [] : [`the file: ${complaint}`]),
      ...(journal.broken === null ? [] : [breakText(journal.broken)]),
      ...altered.map(({ receiptNumber, what }) => `${receiptNumber}: ${what}`),
    ];
    const isWell = wrong.length === 0;
    return {
      lines: isWell ? [`The database is sound: ${journal.entries} entries in the journal.`] : wrong,
      value: { ok: isWell, complaint, broken: journal.broken, altered },
      code: isWell ? 0 : 1,
    };
  });
}
