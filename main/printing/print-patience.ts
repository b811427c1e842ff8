// How long the kiosk tries. A person who fetches a roll of paper is back within minutes; half an hour later the citizen is
// gone, and paper put in then must not bring out a pile of strangers' receipts.

/** Pauses between tries, in seconds; the last one repeats. */
const PAUSES = [5, 10, 20, 40, 60];

/** How long after it was asked for a sheet is still printed by itself. Later it must be asked for again. */
export const WAITS_AT_MOST_MS = 30 * 60_000;

/** How long a sheet of one page may take before nobody knows what became of it. */
const SHEET_AT_MOST_MS = 30_000;

/** Each further page: a slow office printer needs half of that. */
const MORE_A_PAGE_MS = 10_000;

export function sheetAtMostMs(pages: number): number {
  return SHEET_AT_MOST_MS + moreForPagesMs(pages);
}

/** What is waited longer for a sheet of so many pages than for one of a single page. */
export function moreForPagesMs(pages: number): number {
  return (pages - 1) * MORE_A_PAGE_MS;
}

/** How long a printer may take to say how it is. */
export const STATE_AT_MOST_MS = 5000;

/** How long a sheet in the printer may still take when the kiosk stops. */
export const STOP_AT_MOST_MS = 2000;

/** The pause before the next try, after so many tries again in a row that brought nothing. */
export function pauseMs(vainTries: number): number {
  return (PAUSES[vainTries] ?? 60) * 1000;
}

/** What was asked for before this moment was asked for too long ago. */
export function waitedForSince(now: Date): string {
  return new Date(now.getTime() - WAITS_AT_MOST_MS).toISOString();
}
