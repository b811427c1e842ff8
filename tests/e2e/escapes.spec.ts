// Every way out but keys, tried in the browser host's own Chromium. What is tried is in tests/escapes/table.ts; keys are in
// escapes-keys.spec.ts. With ONEWINDOW_ESCAPES=plain the same is tried in a Chromium without our measures: what the table
// says gets `through` there must then fail.
import { test } from 'playwright/test';
import { createBench } from '../escapes/bench.ts';
import { chromiumTries } from '../escapes/chromium-tries.ts';
import { IS_PLAIN } from '../escapes/real-window.ts';
import { escapes } from '../escapes/table.ts';
import { hostileProcedures } from '../escapes/tries/content.ts';

test.describe.configure({ timeout: IS_PLAIN ? 8000 : 60_000 });

const CRASHES = 'Crash path';
const BEHIND = 'Behind the page';
const CONTENT = 'Content';
const routes = [...new Set(escapes.map(({ route }) => route))];
const procedures = hostileProcedures();

function tryAll(route: string, bench = createBench()): void {
  test.describe(route, () => {
    test.afterEach(async () => {
      if (test.info().status !== 'passed') await bench.discard();
    });
    test.afterAll(() => bench.discard());
    for (const [id, attempt] of Object.entries(chromiumTries)) {
      const row = escapes.find((escape) => escape.id === id);
      if (row?.route === route) test(`${id}: ${row.tries}`, () => attempt(bench));
    }
  });
}

for (const route of routes.filter((one) => ![CRASHES, BEHIND, CONTENT].includes(one))) tryAll(route);
tryAll(
  BEHIND,
  createBench(() => ({ isPageUnlocked: true })),
);
tryAll(
  CONTENT,
  createBench(() => ({ config: { procedures } })),
);
tryAll(CRASHES);
