// Every key that leads out of a browser, pressed on a real keyboard in front of the browser host's own window.
import { test } from 'playwright/test';
import { createBench } from '../escapes/bench.ts';
import { IS_PLAIN } from '../escapes/real-window.ts';
import { escapeOf, keysFor } from '../escapes/table.ts';
import { unchanged } from '../escapes/try.ts';

test.describe.configure({ timeout: IS_PLAIN ? 8000 : 20_000 });

const bench = createBench();
test.afterEach(async () => {
  if (test.info().status !== 'passed') await bench.discard();
});
test.afterAll(() => bench.discard());

for (const { id, keys } of keysFor('chromium'))
  test(`${id}: ${escapeOf(id).tries}`, () => unchanged(({ x }) => x.press(keys))(bench));
