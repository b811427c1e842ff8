// How many candidates stand on a page: as many as fit, and never more than there is room for.
import type { Candidate } from './candidates.ts';

/** The room for a page of candidates, in widths of an ideograph. */
export interface Room {
  width: number;
  rows: number;
  /** Most of them on a page. */
  most: number;
  /** What a candidate takes besides its characters: its number, its edges, and the gap to the next. */
  around: number;
}

/** What the narrowest takes. */
const NARROWEST = 2.1;

function widthOf(text: string, around: number): number {
  return Math.max(NARROWEST, [...text].length + around);
}

/** Candidates in pages. The first of a row always stands in it, however long it is. */
export function pagesOf(
  candidates: readonly Candidate[],
  { width, rows, most, around }: Room,
): Candidate[][] {
  const pages: Candidate[][] = [];
  let page: Candidate[] = [];
  let [row, used] = [1, 0];
  for (const candidate of candidates) {
    const wide = widthOf(candidate.text, around);
    if (used > 0 && used + wide > width) [row, used] = [row + 1, 0];
    if (row > rows || page.length >= most) {
      pages.push(page);
      page = [];
      [row, used] = [1, 0];
    }
    page.push(candidate);
    used += wide;
  }
  return page.length === 0 ? pages : [...pages, page];
}
