import { openRealWindow, type RealWindow, type RealWindowOptions } from './real-window.ts';
import type { Bench } from './try.ts';

/** One window for many tries: whatever one of them leaves behind shows at the next. Opened when it is first asked for. */
export function createBench(options: () => RealWindowOptions = () => ({})): Bench {
  let window: RealWindow | null = null;
  return {
    async window() {
      window ??= await openRealWindow(options());
      return window;
    },
    replaceWith(fresh) {
      window = fresh;
    },
    async discard() {
      await window?.close();
      window = null;
    },
  };
}
