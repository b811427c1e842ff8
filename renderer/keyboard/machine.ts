// The keyboard, one press after another: a pure machine. It says what goes into the field; it never holds what is there.
import type { Candidate, Wanted } from '../../ui/pinyin/candidates.ts';
import { compose, isComposing, NOTHING, type Composing, type Press } from '../../ui/pinyin/compose.ts';
import { LAYOUTS, type Deed, type Key, type LayoutName } from './layouts.ts';

export interface Keyboard {
  layout: LayoutName;
  /** Whether a person's name is wanted: the keys are the same, what is offered is not. */
  wanted: Wanted;
  isShifted: boolean;
  isFuzzy: boolean;
  composing: Composing;
  /** Candidates cover the keys: many at once. */
  isSpread: boolean;
}

/** What is to be done to the field. */
export type Effect = { do: 'write'; text: string } | { do: 'erase' } | { do: 'clear' } | { do: 'hide' };

export interface Turn {
  keyboard: Keyboard;
  effect: Effect | null;
}

export type KeyPress =
  | { press: 'key'; key: Key; candidates: readonly Candidate[] }
  | { press: 'pick'; candidate: Candidate }
  | { press: 'turn'; to: number }
  | { press: 'spread' };

export function openKeyboard(layout: LayoutName, wanted: Wanted): Keyboard {
  return { layout, wanted, isShifted: false, isFuzzy: false, composing: NOTHING, isSpread: false };
}

function only(keyboard: Keyboard): Turn {
  return { keyboard, effect: null };
}

function write(keyboard: Keyboard, text: string): Turn {
  return { keyboard, effect: text === '' ? null : { do: 'write', text } };
}

function composed(keyboard: Keyboard, press: Press): Turn {
  const { composing, text, isForField } = compose(keyboard.composing, press);
  const isSpread = keyboard.isSpread && isComposing(composing);
  const next = { ...keyboard, composing, isSpread };
  return isForField ? { keyboard: next, effect: { do: 'erase' } } : write(next, text);
}

/** Takes the nth candidate of the page that is shown. */
function pickNth(keyboard: Keyboard, candidates: readonly Candidate[], index: number): Turn {
  const candidate = candidates[index];
  return candidate === undefined ? only(keyboard) : composed(keyboard, { key: 'pick', candidate });
}

function character(keyboard: Keyboard, typed: string, candidates: readonly Candidate[]): Turn {
  const { layout, isShifted, composing } = keyboard;
  if (layout === 'code') return composed(keyboard, { key: 'letter', letter: typed });
  if (LAYOUTS[layout].composes) {
    if (/^[a-z]$/.test(typed)) return composed(keyboard, { key: 'letter', letter: typed });
    // Digits pick, as long as there is something to pick from; else they are meant as they are.
    if (isComposing(composing)) return pickNth(keyboard, candidates, (Number(typed) + 9) % 10);
  }
  const text = isShifted ? typed.toUpperCase() : typed;
  return write({ ...keyboard, isShifted: false }, text);
}

/** Another keyboard: what was begun on this one is dropped, unless the letters mean the same there. */
function switchTo(keyboard: Keyboard, layout: LayoutName): Turn {
  const isAlike = ['pinyin', 'rare'].includes(layout) && ['pinyin', 'rare'].includes(keyboard.layout);
  const composing = isAlike ? { ...keyboard.composing, page: 0 } : NOTHING;
  return only({ ...keyboard, layout, composing, isShifted: false, isSpread: false });
}

function deed(keyboard: Keyboard, what: Deed, candidates: readonly Candidate[]): Turn {
  switch (what) {
    case 'space':
      return isComposing(keyboard.composing) ? pickNth(keyboard, candidates, 0) : write(keyboard, ' ');
    case 'split':
      return composed(keyboard, { key: 'split' });
    case 'back':
      return composed(keyboard, { key: 'back' });
    case 'shift':
      return only({ ...keyboard, isShifted: !keyboard.isShifted });
    case 'fuzzy':
      return only({ ...keyboard, isFuzzy: !keyboard.isFuzzy });
    case 'clear':
      return { keyboard: { ...keyboard, composing: NOTHING }, effect: { do: 'clear' } };
    case 'hide':
      return { keyboard: { ...keyboard, composing: NOTHING, isSpread: false }, effect: { do: 'hide' } };
  }
}

/** One press. `candidates`: the page that is shown. */
export function press(keyboard: Keyboard, pressed: KeyPress): Turn {
  switch (pressed.press) {
    case 'pick':
      return composed(keyboard, { key: 'pick', candidate: pressed.candidate });
    case 'turn':
      return composed(keyboard, { key: 'turn', to: pressed.to });
    case 'spread':
      return only({
        ...keyboard,
        isSpread: !keyboard.isSpread,
        composing: { ...keyboard.composing, page: 0 },
      });
    case 'key': {
      const { key, candidates } = pressed;
      if (key.is === 'to') return switchTo(keyboard, key.layout);
      if (key.is === 'deed') return deed(keyboard, key.deed, candidates);
      return character(keyboard, key.character, candidates);
    }
  }
}
