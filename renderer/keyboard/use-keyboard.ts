// The keyboard's state for one field, and what its presses do to the field.
import { useMemo, useRef, useState } from 'react';
import type { Locale } from '../../domain/contract/text.ts';
import type { Candidate } from '../../ui/pinyin/candidates.ts';
import { isComposing } from '../../ui/pinyin/compose.ts';
import { KEYBOARD_KINDS, kindByInputMode, type KeyboardKind } from '../../ui/keyboard-kind.ts';
import { codeCandidates } from './code-candidates.ts';
import { createDebounce } from './debounce.ts';
import { clearField, eraseFrom, textBefore, writeInto } from './into-field.ts';
import { LAYOUTS, layoutOf } from './layouts.ts';
import { openKeyboard, press, type Effect, type Keyboard, type KeyPress } from './machine.ts';
import { useFinder, type Finder, type Finding } from './use-finder.ts';

/** The keyboard that a field asks for by its `data-keyboard`, or by what it is typed in with elsewhere. */
function kindOf({ dataset, inputMode }: HTMLInputElement): KeyboardKind {
  return KEYBOARD_KINDS.find((kind) => kind === dataset['keyboard']) ?? kindByInputMode(inputMode);
}

function opened(field: HTMLInputElement, locale: Locale): Keyboard {
  const kind = kindOf(field);
  return openKeyboard(layoutOf(kind, locale), kind === 'name' ? 'name' : 'words');
}

function candidatesOf(
  { layout, wanted, isFuzzy, composing }: Keyboard,
  finder: Finder | null,
  before: string,
): Candidate[] {
  const { letters, picks } = composing;
  if (letters === '') return [];
  if (layout === 'code') return codeCandidates(letters);
  const all = before + picks.map(({ text }) => text).join('');
  return finder?.find({ letters, wanted: layout === 'rare' ? 'rare' : wanted, before: all, isFuzzy }) ?? [];
}

function carryOut(effect: Effect | null, field: HTMLInputElement, hide: () => void): void {
  if (effect === null) return;
  // A press that took the focus elsewhere must not take the writing there.
  if (document.activeElement !== field) field.focus({ preventScroll: true });
  switch (effect.do) {
    case 'write':
      return writeInto(field, effect.text);
    case 'erase':
      return eraseFrom(field);
    case 'clear':
      return clearField(field);
    case 'hide':
      return hide();
  }
}

export interface Presses {
  keyboard: Keyboard;
  candidates: Candidate[];
  /** The letters, parted into syllables. */
  spelt: string;
  /** Whether the table of characters is there. */
  finding: Finding;
  /** `key` names the key, so that a trembling finger strikes it once. */
  strike: (pressed: KeyPress, key: string, atMs: number) => void;
}

export function useKeyboard(field: HTMLInputElement, locale: Locale, hide: () => void): Presses {
  const [keyboard, setKeyboard] = useState(() => opened(field, locale));
  const counts = useRef(createDebounce());
  const composes = LAYOUTS[keyboard.layout].composes;
  const finding = useFinder(composes);
  const finder = typeof finding === 'string' ? null : finding;
  const before = isComposing(keyboard.composing) ? textBefore(field) : '';
  const candidates = useMemo(() => candidatesOf(keyboard, finder, before), [keyboard, finder, before]);

  function strike(pressed: KeyPress, key: string, atMs: number): void {
    if (!counts.current(key, atMs)) return;
    const { keyboard: next, effect } = press(keyboard, pressed);
    setKeyboard(next);
    carryOut(effect, field, hide);
  }

  const { letters } = keyboard.composing;
  const spelt = finder?.parted(letters) ?? letters;
  return { keyboard, candidates, spelt, finding, strike };
}
