// `npm test`: types, walls and form; the build; unit, contract, integration and fault tests; then people in a real
// browser. Ends with one line that sums all of them, and fails on any skip nobody allowed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test-results');

interface Totals {
  passed: number;
  failed: number;
  skipped: string[];
}

function run(
  name: string,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const started = performance.now();
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.once('exit', (status) => {
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve(status === 0);
    });
  });
}

function bin(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name);
}

interface VitestReport {
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** A file that could not even be loaded counts as one failed test. */
function readVitest(file: string): Totals {
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => !['passed', 'failed'].includes(status))
      .map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string }[] }[];
}

function readPlaywright(file: string): Totals {
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightSuite & { errors?: unknown[] };
  const specs = specsIn(report);
  const states = specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })));
  return {
    // A test that passed only at the second try has not passed.
    passed: states.filter(({ status }) => status === 'expected').length,
    failed:
      states.filter(({ status }) => status === 'unexpected' || status === 'flaky').length +
      (report.errors ?? []).length,
    skipped: states.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}

function specsIn({ suites = [], specs = [] }: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']> {
  return [...specs, ...suites.flatMap(specsIn)];
}

const NOTHING_RAN: Totals = { passed: 0, failed: 1, skipped: [] };

function totalsOf(read: (file: string) => Totals, file: string): Totals {
  try {
    const totals = read(file);
    return totals.passed + totals.failed === 0 ? NOTHING_RAN : totals;
  } catch (error) {
    console.error(`no results in ${file}: ${(error as Error).message}`);
    return NOTHING_RAN;
  }
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const vitestReport = join(RESULTS, 'vitest.json');
const playwrightReport = join(RESULTS, 'playwright.json');

// Hundreds of programs start while this runs; what one has compiled, the next one reads.
process.env['NODE_COMPILE_CACHE'] ??= join(ROOT, 'node_modules', '.cache', 'onewindow-compile');

const checked = await run('check', process.execPath, ['scripts/check.ts']);
const built = await run('build', process.execPath, ['scripts/build.ts']);
await run('unit, contract, integration, faults', bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
]);
await run('people in a browser', bin('playwright'), ['test', '--reporter=line,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
});

const allowed = JSON.parse(readFileSync(join(ROOT, 'tests', 'allowed-skips.json'), 'utf8')) as string[];
const totals = [totalsOf(readVitest, vitestReport), totalsOf(readPlaywright, playwrightReport)];
const passed = totals.reduce((sum, total) => sum + total.passed, 0);
const failed = totals.reduce((sum, total) => sum + total.failed, 0);
const skipped = totals.flatMap((total) => total.skipped);
const forbidden = skipped.filter((name) => !allowed.includes(name));
for (const name of forbidden) console.log(`skipped, which is not allowed: ${name}`);
const stages = [checked, built].filter((isWell) => !isWell).length;
console.log(`${passed} passed, ${failed + stages} failed, ${skipped.length} skipped`);
process.exitCode = failed + stages + forbidden.length === 0 ? 0 : 1;
