// The procedures of this kiosk: those that came with the program and those that the platform sent. What comes while
// somebody is at the screen is offered from the next session on.
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { createLiveShelf, shelfWith } from '../../lib/procedures/live-shelf.ts';
import { keptAs, openKept } from '../../lib/procedures/sent.ts';
import type { ProcedureFault, ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Store } from '../store/store.ts';

export interface Library {
  /** What is offered now. */
  shelf: ProcedureShelf;
  /** Every version at hand, also of what is not offered yet. */
  known(procedure: string): Prepared[];
  add(prepared: Prepared): void;
  withdraw(name: { procedure: string; version: string }): void;
  /** Offers what came since: nobody is at the screen. */
  turn(): void;
}

/** Opens what was sent before. What is damaged by now is among the shelf's faults, and the others are offered. */
export async function openLibrary(
  base: ProcedureShelf,
  { sentProcedures }: Pick<Store, 'sentProcedures'>,
): Promise<Library> {
  const faults: ProcedureFault[] = [];
  const sent: Prepared[] = [];
  for (const named of await sentProcedures.all()) {
    const opened = await openKept(named, sentProcedures, 'sent');
    if (opened.ok) sent.push(opened.value);
    else faults.push(opened.error);
  }
  return createLibrary(base, sent, await sentProcedures.withdrawn(), faults);
}

function createLibrary(
  base: ProcedureShelf,
  sent: Prepared[],
  withdrawn: { procedure: string; version: string }[],
  faults: ProcedureFault[],
): Library {
  const offered = () => shelfWith(base, sent, withdrawn, faults);
  const shelf = createLiveShelf(offered());
  return {
    shelf,
    known: (id) => [...base.versions, ...sent].filter(({ procedure }) => procedure.id === id),
    add(prepared) {
      const { id: procedure, version } = prepared.procedure;
      sent.push(prepared);
      const mended = faults.findIndex(({ file }) => file === keptAs({ procedure, version }, 'sent'));
      if (mended >= 0) faults.splice(mended, 1);
    },
    withdraw: (name) => void withdrawn.push(name),
    turn: () => shelf.replace(offered()),
  };
}
