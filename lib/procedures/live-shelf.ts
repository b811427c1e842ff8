// A shelf whose procedures change while it is held: whoever has it sees the new ones with the next look.
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { createShelf, type ProcedureFault, type ProcedureShelf } from './shelf.ts';

export interface LiveShelf extends ProcedureShelf {
  replace(next: ProcedureShelf): void;
}

export function createLiveShelf(first: ProcedureShelf): LiveShelf {
  let now = first;
  return {
    get procedures() {
      return now.procedures;
    },
    get versions() {
      return now.versions;
    },
    get faults() {
      return now.faults;
    },
    get calendar() {
      return now.calendar;
    },
    latest: (id) => now.latest(id),
    version: (id, version) => now.version(id, version),
    replace(next) {
      now = next;
    },
  };
}

/** What came with the program and what was sent. Of one version that is in both, that of the program. */
export function shelfWith(
  base: ProcedureShelf,
  sent: readonly Prepared[],
  withdrawn: readonly { procedure: string; version: string }[],
  faults: readonly ProcedureFault[] = [],
): ProcedureShelf {
  const added = sent.filter(({ procedure: { id, version } }) => base.version(id, version) === null);
  const isOffered = ({ id, version }: Procedure) =>
    !withdrawn.some((one) => one.procedure === id && one.version === version);
  return createShelf([...base.versions, ...added], [...base.faults, ...faults], base.calendar, isOffered);
}
