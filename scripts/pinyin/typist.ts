// Somebody who types a text with the keyboard, as far as the keyboard is concerned: how many taps it takes them.
import { type Candidate, type FindCandidates, type Wanted } from '../../ui/pinyin/candidates.ts';
import { compose, NOTHING, type Composing } from '../../ui/pinyin/compose.ts';
import { pagesOf, type Room } from '../../ui/pinyin/pages.ts';

export interface Task {
  text: string;
  /** The pinyin of all of it, in letters. */
  letters: string;
  wanted: Wanted;
  /** What stands in the field already. */
  before?: string;
}

export interface Typed {
  /** Letters, candidates and turnings of the page. */
  taps: number;
  /** What came into the field. */
  text: string;
}

interface Found {
  candidate: Candidate;
  page: number;
}

/** The longest candidate that the wanted text begins with, on the first page that has one. */
function choose(pages: Candidate[][], wanted: string): Found | null {
  for (const [page, candidates] of pages.entries()) {
    const fitting = candidates.filter(({ text }) => wanted.startsWith(text));
    const [candidate] = fitting.toSorted((a, b) => b.text.length - a.text.length);
    if (candidate !== undefined) return { candidate, page };
  }
  return null;
}

/** Types all letters, then picks what fits until all is there. A text that is never offered ends where it is. */
export function typeOut(
  find: FindCandidates,
  room: Room,
  { text, letters, wanted, before = '' }: Task,
): Typed {
  let composing: Composing = NOTHING;
  let [taps, done] = [0, ''];
  for (const letter of letters) {
    ({ composing } = compose(composing, { key: 'letter', letter }));
    taps += 1;
  }
  while (composing.letters !== '') {
    const candidates = find({ letters: composing.letters, wanted, before: before + done, isFuzzy: false });
    const found = choose(pagesOf(candidates, room), text.slice(done.length));
    if (found === null) break;
    taps += found.page + 1;
    done += found.candidate.text;
    ({ composing } = compose(composing, { key: 'pick', candidate: found.candidate }));
  }
  return { taps, text: done };
}
