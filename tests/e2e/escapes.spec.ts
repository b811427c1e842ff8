// Every way out but keys, tried in the browser host's own Chromium. What is tried is in tests/escapes/table.ts; keys are in
// escapes-keys.spec.ts, crashes in escapes-crash.spec.ts. With ONEWINDOW_ESCAPES=plain the same is tried in a Chromium
// without our measures: whatever the table says gets `through` there must then fail.
import { test } from 'playwright/test';
import { createBench } from '../escapes/bench.ts';
import { triesOf } from '../escapes/chromium-tries.ts';
import { IS_PLAIN } from '../escapes/real-window.ts';
import { escapes } from '../escapes/table.ts';
import { hostileProcedures } from '../escapes/tries/content.ts';
import type { Bench } from '../escapes/try.ts';

test.describe.configure({ timeout: IS_PLAIN ? 8000 : 60_000 });

const ELSEWHERE = ['Behind the page', 'Content', 'Crash path'];

/** Tries them one after the other in one window, until one of them spoils it. */
function tryAll(bench: Bench, routes: string[]): void {
  test.describe(() => {
    test.afterEach(async () => {
      if (test.info().status !== 'passed') await bench.discard();
    });
    test.afterAll(() => bench.discard());
    for (const route of routes)
      for (const { row, attempt } of triesOf(route))
        test(`${route}: ${row.id}: ${row.tries}`, () => attempt(bench));
  });
}

const all = [...new Set(escapes.map(({ route }) => route))];
tryAll(
  createBench(),
  all.filter((route) => !ELSEWHERE.includes(route)),
);
tryAll(
  createBench(() => ({ isPageUnlocked: true })),
  ['Behind the page'],
);

// Made by whoever opens the window: this file is also read to list its tests.
let hostile: ReturnType<typeof hostileProcedures> | null = null;
test.afterAll(() => hostile?.remove());
tryAll(
  createBench(() => {
    hostile ??= hostileProcedures();
    return { config: { procedures: hostile.folder } };
  }),
  ['Content'],
);
