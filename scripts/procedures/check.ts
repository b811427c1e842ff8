// `procedures check`: everything that can be known about a procedure before a citizen meets it.
import { rmSync } from 'node:fs';
import { dayInCity } from '../../lib/clock.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { isRepeatPage } from '../../domain/procedure/procedure.ts';
import { diceOf } from './dice.ts';
import { madeUpWalk, type MadeUpWalk, type Stand, type Tried } from './made-up-walk.ts';
import { shelfFor } from './shelf-for.ts';

export interface CheckAnswer {
  lines: string[];
  isWell: boolean;
}

/** Enough for every option to be taken, and for the odds and ends behind them. */
const WALKS = 80;

/** Meta-schema, linter and texts by loading it as a kiosk does; then made-up applications that must come to their end. */
export async function checkFile(file: string, now: Date): Promise<CheckAnswer> {
  const folder = shelfFor(file);
  try {
    const { versions, faults } = await loadProcedures(folder);
    const [found] = versions;
    const lines = faults.map(({ file: where, place, reason }) => `WRONG  ${where}  ${place}  ${reason}`);
    if (found === undefined || lines.length > 0) return { lines, isWell: false };
    return walkThrough(found, dayInCity(now));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function walkThrough(prepared: Prepared, today: string): CheckAnswer {
  const { id, version } = prepared.procedure;
  const tried: Tried = new Map();
  const walks = Array.from({ length: WALKS }, (_, seed) =>
    madeUpWalk(prepared, today, diceOf(seed + 1), tried),
  );
  const ended = walks.filter(({ problems }) => problems.length === 0);
  const unseen = pagesOf(prepared).filter((page) => !ended.some(({ pages }) => pages.includes(page)));
  const lines = [
    ...(ended.length === 0
      ? [`WRONG  ${id} ${version}  no application comes to its end: ${whyNot(walks)}`]
      : []),
    ...unseen.map((page) => `WRONG  ${id} ${version}  page ${page}: ${whyUnseen(page, walks)}`),
  ];
  const isWell = lines.length === 0;
  const count = `${pagesOf(prepared).length} pages, ${ended.length} of ${WALKS} made-up applications end`;
  return { lines: [...lines, `${isWell ? 'well   ' : 'WRONG  '}${id} ${version}  ${count}`], isWell };
}

function pagesOf({ procedure }: Prepared): string[] {
  return procedure.pages.flatMap((page) =>
    isRepeatPage(page) ? [page.id, ...page.pages.map((inner) => `${page.id}/${inner.id}`)] : [page.id],
  );
}

function whyUnseen(page: string, walks: MadeUpWalk[]): string {
  const began = walks.map(({ first }) => first).filter(({ pages }) => pages.includes(page));
  if (began.length === 0) return 'no made-up application comes by it';
  return `no application that comes by it ends: ${whyNot(began)}`;
}

/** What most of them fail at. */
function whyNot(stands: Stand[]): string {
  const problems = stands.flatMap(({ problems: found }) =>
    found.map(({ at, code }) => `${code} at ${at === '' ? 'the whole of the answers' : at}`),
  );
  const counted = Map.groupBy(problems, (problem) => problem);
  const [most] = [...counted].toSorted(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? 'nobody knows why';
}
