// Electron's emitters declare an overload for every event; a double hears and tells any.
import type { EventEmitter } from 'node:events';

export interface Emitter {
  on: EventEmitter['on'];
  once: EventEmitter['once'];
}

/** What an event's listeners may call to say no. */
export interface Preventable {
  preventDefault(): void;
  isPrevented(): boolean;
}

export function preventable<T extends object>(fields: T): T & Preventable {
  let isPrevented = false;
  return Object.assign(fields, {
    preventDefault: () => void (isPrevented = true),
    isPrevented: () => isPrevented,
  });
}
