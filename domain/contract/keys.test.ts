import { expect, it } from 'vitest';
import { isAllowed, isShortcut, type Key } from './keys.ts';

const none: Key = {
  key: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  isAltGraph: false,
};

it.each(['k', 'K', 'l', 'o', 't', '1', '9'])(
  'Alt+%s is a shortcut of staff, and nothing for the browser',
  (key) => {
    expect(isShortcut({ ...none, altKey: true, key })).toBe(true);
    expect(isAllowed({ ...none, altKey: true, key })).toBe(false);
  },
);

it.each([
  { key: 'd', altKey: true },
  { key: 'f', altKey: true },
  { key: 'e', altKey: true },
  { key: '0', altKey: true },
  { key: 'F4', altKey: true },
  { key: ' ', altKey: true },
  { key: 'Tab', altKey: true },
  { key: 'Escape', altKey: true },
  { key: 'ArrowLeft', altKey: true },
  { key: 'k', altKey: false },
  { key: 'k', altKey: true, ctrlKey: true },
  { key: 'k', altKey: true, shiftKey: true },
  { key: 'k', altKey: true, metaKey: true },
  { key: 'k', altKey: true, isAltGraph: true },
  { key: 'k', altKey: true, isComposing: true },
])('%j is none', (pressed) => {
  expect(isShortcut({ ...none, ...pressed })).toBe(false);
});
