// Which field the keyboard writes into. It opens when a finger comes to a field, and goes when somebody types on real
// keys, presses something else, or hides it.
import { useEffect, useState } from 'react';
import type { KeyboardOffer } from '../../domain/contract/views.ts';

/** Fields of text; choices, files and what only shows are none, nor a field with digits of its own beside it. */
const FIELDS =
  'input:is([type="text"], [type="tel"], [type="email"], [type="search"], :not([type])):not([readonly], [data-digits])';

function asField(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.matches(FIELDS) ? target : null;
}

function isOnKeyboard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.keys') !== null;
}

/** Keys that a modifier alone, or the volume knob of a panel, may send. */
function isTyping({ key, isTrusted }: KeyboardEvent): boolean {
  return isTrusted && (key.length === 1 || ['Backspace', 'Delete', 'Tab', 'Enter', 'Process'].includes(key));
}

/** A field, and the how manieth time the keyboard opens: another field is another keyboard. */
interface Opened {
  field: HTMLInputElement;
  opening: number;
}

export interface Target {
  opened: Opened | null;
  hide: () => void;
}

export function useTarget(offer: KeyboardOffer): Target {
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    if (offer === 'never') return undefined;
    let isByFinger = offer === 'always';
    let openings = 0;

    /** Once the touch has done what it does: what moved under the finger earlier would be pressed. */
    function open(field: HTMLInputElement): void {
      setTimeout(() => {
        if (!isByFinger || document.activeElement !== field) return;
        openings += 1;
        const opening = openings;
        setOpened((before) => (before?.field === field ? before : { field, opening }));
      }, 0);
    }

    function pressed(event: PointerEvent): void {
      if (!isOnKeyboard(event.target)) isByFinger = offer === 'always' || event.pointerType !== 'mouse';
    }
    function focused(event: FocusEvent): void {
      const reached = asField(event.target);
      if (isByFinger && reached !== null) open(reached);
    }
    function typed(event: KeyboardEvent): void {
      if (!isTyping(event)) return;
      isByFinger = false;
      setOpened(null);
    }
    /** A press elsewhere ends it, and one on the field brings it back after it was hidden. */
    function clicked(event: MouseEvent): void {
      if (isOnKeyboard(event.target) || event.defaultPrevented) return;
      const touched = asField(event.target);
      if (touched !== null) return open(touched);
      setTimeout(() => {
        if (asField(document.activeElement) === null) setOpened(null);
      }, 0);
    }

    window.addEventListener('pointerdown', pressed, { capture: true, passive: true });
    window.addEventListener('focusin', focused);
    window.addEventListener('keydown', typed, { capture: true, passive: true });
    window.addEventListener('click', clicked);
    return () => {
      window.removeEventListener('pointerdown', pressed, { capture: true });
      window.removeEventListener('focusin', focused);
      window.removeEventListener('keydown', typed, { capture: true });
      window.removeEventListener('click', clicked);
    };
  }, [offer]);

  return { opened: opened?.field.isConnected === true ? opened : null, hide: () => setOpened(null) };
}
