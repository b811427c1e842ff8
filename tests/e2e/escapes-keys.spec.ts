// Every key that leads out of a browser, pressed on a real keyboard in front of the browser host's own window.
import { expect, test } from 'playwright/test';
import { escapeOf, keysFor } from '../escapes/table.ts';
import { openRealWindow, type RealWindow } from '../escapes/real-window.ts';

test.describe.configure({ timeout: 20_000 });

let window: RealWindow | null = null;

/** One window for all keys: whatever one of them leaves behind shows at the next. */
async function theWindow(): Promise<RealWindow> {
  window ??= await openRealWindow();
  return window;
}

async function closeWindow(): Promise<void> {
  await window?.close();
  window = null;
}

test.afterEach(async () => {
  if (test.info().status !== 'passed') await closeWindow();
});
test.afterAll(closeWindow);

for (const { id, keys } of keysFor('chromium')) {
  test(`${id}: ${escapeOf(id).tries}`, async () => {
    const { x, see, settle } = await theWindow();
    const before = await see();
    await x.press(keys);
    await settle();
    expect(await see()).toEqual(before);
  });
}
