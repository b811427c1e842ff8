import type { KioskEvent } from '../domain/contract/kiosk-events.ts';

export interface Listeners {
  /** Returns how to unsubscribe. */
  subscribe(listener: (event: KioskEvent) => void): () => void;
  emit(event: KioskEvent): void;
}

/** Whoever is told what happens on this kiosk: the hosts' windows. */
export function createListeners(): Listeners {
  const listeners = new Set<(event: KioskEvent) => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
}
