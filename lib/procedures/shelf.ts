import type { Calendar } from '../../domain/calendar/working-days.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';

/** A file that is not loaded, and why, for whoever writes procedures. */
export interface ProcedureFault {
  /** Within the folder: 'dog-licence.json', 'catalogues/breeds.json'. */
  file: string;
  /** JSON pointer into the file, 'line 2, column 3', or 'the whole file'. */
  place: string;
  reason: string;
}

/** The procedures at hand, every version of them. */
export interface ProcedureShelf {
  /** The latest version of each that is offered, by id. */
  procedures: Prepared[];
  /** Every version of each, by id, the latest first. */
  versions: Prepared[];
  faults: ProcedureFault[];
  /** With no published year when there is no calendar: every due day is then provisional. */
  calendar: Calendar;
  latest(id: string): Prepared | null;
  /** Exactly this version: what an application was filled in with is what it is judged by. */
  version(id: string, version: string): Prepared | null;
}

/** Puts procedures on a shelf. Of one id and version there must be one only. `isOffered`: all are unless it says no. */
export function createShelf(
  loaded: Prepared[],
  faults: ProcedureFault[],
  calendar: Calendar,
  isOffered: (procedure: Procedure) => boolean = () => true,
): ProcedureShelf {
  const versions = loaded.toSorted((one, other) => compareIds(one, other) || compareVersions(other, one));
  const offered = versions.filter(({ procedure }) => isOffered(procedure));
  const procedures = offered.filter(
    (prepared, index) => offered.findIndex((other) => isSameMatter(other, prepared)) === index,
  );
  return {
    procedures,
    versions,
    faults,
    calendar,
    latest: (id) => procedures.find(({ procedure }) => procedure.id === id) ?? null,
    version: (id, version) =>
      versions.find(({ procedure }) => procedure.id === id && procedure.version === version) ?? null,
  };
}

function isSameMatter(one: Prepared, other: Prepared): boolean {
  return one.procedure.id === other.procedure.id;
}

function compareIds({ procedure: one }: Prepared, { procedure: other }: Prepared): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

function compareVersions({ procedure: one }: Prepared, { procedure: other }: Prepared): number {
  return compareVersionNames(one.version, other.version);
}

/** By number, not by letter: 2026.10 comes after 2026.9. */
export function compareVersionNames(one: string, other: string): number {
  const [year = 0, issue = 0] = one.split('.').map(Number);
  const [otherYear = 0, otherIssue = 0] = other.split('.').map(Number);
  return year - otherYear || issue - otherIssue;
}
