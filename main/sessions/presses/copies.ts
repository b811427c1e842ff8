// The full copy of what was just handed in. Only its owner, who still stands before the receipt, can have one: afterwards
// nobody can read the application on this machine, staff no more than anybody else.
import type { Reply } from '../../../domain/contract/kiosk-api.ts';
import type { View } from '../../../domain/contract/views.ts';
import { fail } from '../../../domain/result.ts';
import type { CopyDesk, DrawCopy } from '../../copies/copy-desk.ts';
import type { CopyFacts } from '../../copies/copy-facts.ts';
import { copySheet } from '../../copies/copy-sheet.ts';
import type { Handlers } from '../../dispatch.ts';
import { isBusy } from '../../store/print-jobs.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import { readsLargeType } from '../hand-in.ts';
import type { Session } from '../session.ts';

export interface CopyPressParts {
  /** null: this machine prints no full copies. */
  copies: CopyDesk | null;
  store: Store;
  /** Copies a citizen may ask for besides the first. */
  reprints: number;
}

export function copyPresses(desk: Desk, parts: CopyPressParts): Pick<Handlers, 'printFullCopy'> {
  return {
    printFullCopy: ({ page }) =>
      desk.inTurn(async () => {
        desk.touch();
        return page === desk.session().page && !desk.isShut() ? printCopy(desk, parts) : desk.shown();
      }),
  };
}

async function printCopy(desk: Desk, { copies, store, reprints }: CopyPressParts): Promise<Reply<View>> {
  const { screen } = desk.session();
  if (copies === null || screen.at !== 'receipt' || screen.receipt.application === null) return desk.shown();
  const { sequence, application } = screen.receipt;
  const latest = await store.copyJobs.latestOf(sequence);
  if (latest !== null && isBusy(latest)) return desk.shown();
  if ((await store.copyJobs.countOf(sequence)) > reprints) return fail({ code: 'copy-limit' });
  await copies.ask(sequence, drawnFor(desk.session(), application));
  return desk.shown();
}

/** In the language and the size in which the screen is read at the press. */
function drawnFor(session: Session, facts: CopyFacts): DrawCopy {
  const { locale } = session.appearance;
  const paper = { ...facts.paper, locale, largeType: readsLargeType(session) };
  return (copy, at) => copySheet({ facts, receipt: { paper, copy, standing: 'held', at } });
}
