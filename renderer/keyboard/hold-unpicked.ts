import { useEffect } from 'react';

/** While something is spelt and not picked, nothing is sent: it would go without what was meant. */
export function useHoldUnpicked(isUnpicked: boolean, onHeld: () => void): void {
  useEffect(() => {
    if (!isUnpicked) return undefined;
    function hold(event: Event): void {
      event.preventDefault();
      event.stopImmediatePropagation();
      onHeld();
    }
    window.addEventListener('submit', hold, { capture: true });
    return () => window.removeEventListener('submit', hold, { capture: true });
  }, [isUnpicked, onHeld]);
}
