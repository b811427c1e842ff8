// Keys of the counter: Esc goes back, Alt and a letter does what the button beside it says, Alt and a digit opens an item.
import { useEffect, useRef } from 'react';
import { isShortcut } from '../../domain/contract/keys.ts';

/** What a key does: 'Escape', or the letter or digit pressed with Alt. */
export type Keys = Readonly<Record<string, () => void>>;

/** An open dialog has the keys. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function nameOf(event: KeyboardEvent): string | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing } = event;
  if (isComposing) return null;
  if (key === 'Escape' && !shiftKey) return 'Escape';
  const isAltGraph = event.getModifierState('AltGraph');
  return isShortcut({ key, ctrlKey, altKey, metaKey, shiftKey, isComposing, isAltGraph })
    ? key.toLowerCase()
    : null;
}

/** Holds while the page is shown. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      const name = nameOf(event);
      const act = name === null ? undefined : latest.current[name];
      if (act === undefined || isDialogOpen()) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
