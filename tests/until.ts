import { vi } from 'vitest';

/** Waits for what is about to happen, however busy the machine is. */
export function until(isSo: () => boolean | Promise<boolean>): Promise<unknown> {
  return vi.waitUntil(isSo, { interval: 2, timeout: 20_000 });
}
