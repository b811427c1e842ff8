// Electron's words for a key, put to the rule that the page follows too.
import { isAllowed, isShortcut } from '../../../../domain/contract/keys.ts';
import type { Electron } from '../api.ts';

export type KeyPressed = Pick<
  Electron.Input,
  'type' | 'key' | 'control' | 'alt' | 'meta' | 'shift' | 'isComposing' | 'modifiers'
>;

/** Whether the page sees it. */
export function reachesPage(pressed: KeyPressed): boolean {
  // A key that was let through when it went down must come up again, or the page believes it is held.
  if (pressed.type === 'keyUp') return true;
  const key = {
    key: pressed.key,
    ctrlKey: pressed.control,
    altKey: pressed.alt,
    metaKey: pressed.meta,
    shiftKey: pressed.shift,
    isComposing: pressed.isComposing,
    isAltGraph: pressed.modifiers.includes('altgr'),
  };
  return isAllowed(key) || isShortcut(key);
}
