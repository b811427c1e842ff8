import { useEffect, useRef } from 'react';
import { useNoteActivityMutation } from '../state/kiosk.ts';

/** The kiosk need not hear of every key: once in so long is enough to keep its idle clock from running out. */
const TOLD_EVERY_MS = 4000;

/** Tells the kiosk that a person touched the screen. Events made by scripts do not count. */
export function useActivity(): void {
  const [note] = useNoteActivityMutation();
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    function touched(event: Event): void {
      if (!event.isTrusted || event.timeStamp - toldAt.current < TOLD_EVERY_MS) return;
      toldAt.current = event.timeStamp;
      void note();
    }
    const kinds = ['pointerdown', 'keydown'];
    for (const kind of kinds) window.addEventListener(kind, touched, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touched, { capture: true });
    };
  }, [note]);
}
