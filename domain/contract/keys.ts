// Which keys reach the page's fields, the same in the page and in the shell around it: those that write, move and choose. A list of what is allowed, because nobody can list
// all that a browser, a driver or a desktop might do with the rest.

/** The part of a keyboard event that decides. */
export interface Key {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  /** The input method has it. */
  isComposing: boolean;
  /** AltGr writes letters on many keyboards, and Windows reports it as Ctrl and Alt. */
  isAltGraph: boolean;
}

/** Keys with a name that a form needs, or that do nothing by themselves. */
const NAMED = new Set([
  'AltGraph',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'CapsLock',
  'Compose',
  'Control',
  'Dead',
  'Delete',
  'End',
  'Enter',
  'Escape',
  'Home',
  'NumLock',
  'PageDown',
  'PageUp',
  'Process',
  'Shift',
  'Tab',
  'Unidentified',
]);

/** With Ctrl: select all, copy, cut, paste, undo, redo. */
const EDITING = new Set(['a', 'c', 'x', 'v', 'z', 'y']);
/** With Ctrl: by words, and to the ends of a text. With Shift as well they select. */
const MOVING = new Set(['ArrowLeft', 'ArrowRight', 'End', 'Home']);
const DELETING = new Set(['Backspace', 'Delete']);
const ALONE = new Set(['Control', 'Shift']);

/** Whether the browser may do with a key what it does in a text. */
export function isAllowed(pressed: Key): boolean {
  const { key, isComposing, isAltGraph, metaKey, altKey, ctrlKey, shiftKey } = pressed;
  if (isComposing) return true;
  if (metaKey) return false;
  if (isAltGraph) return isCharacter(key) || NAMED.has(key);
  if (altKey) return false;
  if (ctrlKey) return isAllowedWithControl(key, shiftKey);
  // Shift and Escape open Chromium's list of tasks.
  if (key === 'Escape') return !shiftKey;
  return isCharacter(key) || NAMED.has(key);
}

/** With Ctrl and Shift together the same letters and keys open tools. */
function isAllowedWithControl(key: string, shiftKey: boolean): boolean {
  if (ALONE.has(key) || MOVING.has(key)) return true;
  if (shiftKey) return key.toLowerCase() === 'z';
  return EDITING.has(key.toLowerCase()) || DELETING.has(key);
}

/** With Alt alone, on the pages of staff. The browser has no menu or bar left that any of them would open. */
const SHORTCUTS = new Set(['g', 'k', 'l', 'm', 'o', 'q', 't', '1', '2', '3', '4', '5', '6', '7', '8', '9']);

/** Whether the page may act on it, though the browser may not: the page refuses the browser's own doing all the same. */
export function isShortcut(pressed: Key): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isAltGraph, isComposing } = pressed;
  if (!altKey || ctrlKey || metaKey || shiftKey || isAltGraph || isComposing) return false;
  return SHORTCUTS.has(key.toLowerCase());
}

/** One character, however many code units it takes. */
function isCharacter(key: string): boolean {
  return [...key].length === 1;
}
