import { expect, it } from 'vitest';
import type { Candidate } from '../../ui/pinyin/candidates.ts';
import { NOTHING } from '../../ui/pinyin/compose.ts';
import { LAYOUTS, layoutOf, type Key, type LayoutName } from './layouts.ts';
import { openKeyboard, press, type Keyboard, type Turn } from './machine.ts';

const character = (one: string): Key => ({ is: 'character', character: one });
const offered: Candidate[] = [
  { text: '贵阳', to: 7 },
  { text: '桂阳', to: 7 },
];

function strike(keyboard: Keyboard, key: Key, candidates: Candidate[] = []): Turn {
  return press(keyboard, { press: 'key', key, candidates });
}

function type(keyboard: Keyboard, text: string): Keyboard {
  return [...text].reduce((now, one) => strike(now, character(one)).keyboard, keyboard);
}

it('composes letters and writes nothing of them', () => {
  const { keyboard, effect } = strike(openKeyboard('pinyin', 'words'), character('g'));
  expect(effect).toBeNull();
  expect(keyboard.composing.letters).toBe('g');
});

it('lets digits pick while there is something to pick from, and writes them otherwise', () => {
  const spelt = type(openKeyboard('pinyin', 'words'), 'guiyang');
  expect(strike(spelt, character('2'), offered).effect).toEqual({ do: 'write', text: '桂阳' });
  expect(strike(spelt, character('9'), offered)).toEqual({ keyboard: spelt, effect: null });
  expect(strike(openKeyboard('pinyin', 'words'), character('2')).effect).toEqual({ do: 'write', text: '2' });
});

it('takes the first with the space, and writes a space when nothing is spelt', () => {
  const space: Key = { is: 'deed', deed: 'space' };
  const spelt = type(openKeyboard('pinyin', 'words'), 'guiyang');
  expect(strike(spelt, space, offered).effect).toEqual({ do: 'write', text: '贵阳' });
  expect(strike(openKeyboard('latin', 'words'), space).effect).toEqual({ do: 'write', text: ' ' });
});

it('writes one capital, then small letters again', () => {
  const shifted = strike(openKeyboard('latin', 'words'), { is: 'deed', deed: 'shift' }).keyboard;
  const first = strike(shifted, character('a'));
  expect(first.effect).toEqual({ do: 'write', text: 'A' });
  expect(strike(first.keyboard, character('b')).effect).toEqual({ do: 'write', text: 'b' });
});

it('drops what is spelt when it leaves the Chinese keyboard, and keeps it on the way to rare characters', () => {
  const spelt = type(openKeyboard('pinyin', 'words'), 'yue');
  expect(strike(spelt, { is: 'to', layout: 'rare' }).keyboard.composing.letters).toBe('yue');
  expect(strike(spelt, { is: 'to', layout: 'latin' }).keyboard.composing).toEqual(NOTHING);
});

it('forgets what is spelt when it is hidden', () => {
  const { keyboard, effect } = strike(type(openKeyboard('pinyin', 'words'), 'yue'), {
    is: 'deed',
    deed: 'hide',
  });
  expect([keyboard.composing, effect]).toEqual([NOTHING, { do: 'hide' }]);
});

it('takes back from the field when nothing is spelt', () => {
  expect(strike(openKeyboard('digits', 'words'), { is: 'deed', deed: 'back' }).effect).toEqual({
    do: 'erase',
  });
});

it('shows the keys again once all is picked', () => {
  const spread = press(type(openKeyboard('pinyin', 'words'), 'guiyang'), { press: 'spread' }).keyboard;
  expect(spread.isSpread).toBe(true);
  const [candidate = { text: '', to: 0 }] = offered;
  expect(press(spread, { press: 'pick', candidate }).keyboard.isSpread).toBe(false);
});

const written = (name: LayoutName) =>
  LAYOUTS[name].rows.flat().flatMap((key) => (key.is === 'character' ? [key.character] : []));

it.each([
  ['identity', '0123456789X'],
  ['digits', '0123456789'],
  ['decimal', '.0123456789'],
  ['code', '0123456789ABCDEF'],
] as const)('the keyboard %s has each of %s once', (name, wanted) => {
  expect(written(name).toSorted().join('')).toBe([...wanted].toSorted().join(''));
});

it('the keyboard of a credit code has every character that one may have, and no other', () => {
  expect(written('credit-code').toSorted().join('')).toBe('ABCDEFGHJKLMNPQRTUWXY');
});

it('every keyboard can be hidden, and every switch leads to a keyboard that leads back', () => {
  for (const [name, { rows }] of Object.entries(LAYOUTS)) {
    const keys = rows.flat();
    expect([name, keys.some((key) => key.is === 'deed' && key.deed === 'hide')]).toEqual([name, true]);
    for (const key of keys)
      if (key.is === 'to') {
        const onward = LAYOUTS[key.layout].rows.flat().some((other) => other.is === 'to');
        expect([name, key.layout, onward]).toEqual([name, key.layout, true]);
      }
  }
});

it.each([
  ['words', 'zh-CN', 'pinyin'],
  ['words', 'en', 'latin'],
  ['name', 'en', 'latin'],
  ['chinese', 'en', 'pinyin'],
  ['identity', 'zh-CN', 'identity'],
] as const)('opens for %s in %s with %s', (kind, locale, layout) => {
  expect(layoutOf(kind, locale)).toBe(layout);
});
