// The window dies, in every way a window can: another comes, which asks who is there.
import { test } from 'playwright/test';
import { createBench } from '../escapes/bench.ts';
import { triesOf } from '../escapes/chromium-tries.ts';

test.describe.configure({ timeout: 60_000 });

for (const { row, attempt } of triesOf('Crash path'))
  test(`${row.id}: ${row.tries}`, () => attempt(createBench()));
