// Typing pinyin, one key after another: a pure machine. Letters and what was picked for the first of them wait here; only
// what is whole goes into the field. Nothing is learnt.
import type { Candidate } from './candidates.ts';

export interface Pick {
  text: string;
  /** The letters it was picked for, to be had back. */
  letters: string;
}

export interface Composing {
  letters: string;
  picks: readonly Pick[];
  /** Which page of candidates is shown. */
  page: number;
}

export type Press =
  | { key: 'letter'; letter: string }
  /** Parts two syllables: xi'an. */
  | { key: 'split' }
  | { key: 'back' }
  | { key: 'pick'; candidate: Candidate }
  | { key: 'turn'; to: number };

export interface Composed {
  composing: Composing;
  /** What goes into the field now. */
  text: string;
  /** Nothing is being composed: the key is the field's. */
  isForField: boolean;
}

export const NOTHING: Composing = { letters: '', picks: [], page: 0 };

/** A whole address; longer would not fit the line above the keys. */
export const MOST_LETTERS = 80;

export function isComposing({ letters }: Composing): boolean {
  return letters !== '';
}

function stays(composing: Composing): Composed {
  return { composing, text: '', isForField: false };
}

function typed(composing: Composing, letter: string): Composing {
  const { letters } = composing;
  const isFull = letters.length >= MOST_LETTERS;
  const isIdle = letter === "'" && (letters === '' || letters.endsWith("'"));
  return isFull || isIdle ? composing : { ...composing, letters: letters + letter, page: 0 };
}

/** Takes back one step: the last letter, or the last pick. */
function back(composing: Composing): Composed {
  const { letters, picks } = composing;
  if (letters === '') return { composing, text: '', isForField: true };
  const last = picks.at(-1);
  // Letters behind a pick were there before it: they go one by one; at the last of them the pick opens again.
  if (letters.length === 1 && last !== undefined)
    return stays({ letters: last.letters, picks: picks.slice(0, -1), page: 0 });
  return stays({ ...composing, letters: letters.slice(0, -1), page: 0 });
}

function picked({ letters, picks }: Composing, { text, to }: Candidate): Composed {
  const rest = letters.slice(to).replace(/^'+/, '');
  const all = [...picks, { text, letters: letters.slice(0, letters.length - rest.length) }];
  if (rest !== '') return stays({ letters: rest, picks: all, page: 0 });
  return { composing: NOTHING, text: all.map((pick) => pick.text).join(''), isForField: false };
}

export function compose(composing: Composing, press: Press): Composed {
  switch (press.key) {
    case 'letter':
      return stays(typed(composing, press.letter));
    case 'split':
      return stays(typed(composing, "'"));
    case 'back':
      return back(composing);
    case 'pick':
      return picked(composing, press.candidate);
    case 'turn':
      return stays({ ...composing, page: press.to });
  }
}
