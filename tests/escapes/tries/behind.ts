// The walls behind the page: the same presses when the page refuses nothing, because it hangs or is not there yet.
import { expect } from 'playwright/test';
import type { RealWindow } from '../real-window.ts';
import type { Tries } from '../table.ts';
import { unchanged, type Try } from '../try.ts';

/** A key that Chromium itself has been told not to follow. */
const nothing = (keys: string): Try => unchanged(({ x }) => x.press(keys));

/** What opens is closed in the same moment, and the window is as it was. */
function closedAtOnce(open: (window: RealWindow) => Promise<unknown>): Try {
  return async (bench) => {
    const window = await bench.window();
    const before = await window.see();
    const count = window.refused.length;
    await open(window);
    await expect.poll(() => window.refused.slice(count)).toContain('another-window');
    await expect.poll(window.x.windows).toEqual(before.windows);
    await window.settle();
    expect(await window.see()).toEqual(before);
  };
}

/** The page shows something else: the window counts as lost, and the host brings another. */
function leavesFor(address: string): Try {
  return async (bench) => {
    const { run, lost } = await bench.window();
    await run(`location.href = '${address}'; undefined`, true);
    await expect.poll(() => lost).toEqual(['page-left']);
    await bench.discard();
  };
}

const pressed = (keys: string): Try => closedAtOnce(({ x }) => x.press(keys));

export const behind = {
  'behind-print': nothing('ctrl+p'),
  'behind-system-print': nothing('ctrl+shift+p'),
  'behind-save': nothing('ctrl+s'),
  'behind-open': nothing('ctrl+o'),
  'behind-private': nothing('ctrl+shift+n'),
  'behind-caret': nothing('F7'),
  'behind-new-window': pressed('ctrl+n'),
  'behind-new-tab': pressed('ctrl+t'),
  'behind-history': pressed('ctrl+h'),
  'behind-help': pressed('F1'),
  'behind-settings': pressed('ctrl+shift+Delete'),
  'behind-elsewhere': leavesFor('https://example.com/'),
} satisfies Partial<Tries<'chromium', Try>>;
