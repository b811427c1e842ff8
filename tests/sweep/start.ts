// `npm run sweep`: somebody who has only a keyboard goes through every procedure that ships, in both languages, and every
// page on the way is measured for people who see, hear, reach or read differently: as it comes, with what it says when
// nothing is answered, and filled in. With `--scenes`, every scene that `npm test` looks at in its tightest looks, in all of
// them. Takes minutes, so `npm test` leaves it out.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES } from '../../domain/contract/text.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { buildScreens } from '../../scripts/build.ts';
import { texts } from '../../renderer/text/texts.ts';
import { button, onward, turn, type Errand } from '../../scripts/citizen/errand.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { DEMO_CONFIG } from '../../scripts/city.ts';
import { openDemoCity } from '../../scripts/demonstration/demo-city.ts';
import { errandsOf, runErrand, type DemoErrand } from '../../scripts/demonstration/errands.ts';
import { lookOver } from './look-over.ts';
import { sweepingHand, type Swept } from './sweeping-hand.ts';

const HELP = `npm run sweep -- [options]

  --only ID     one procedure, by its id
  --locale L    zh-CN or en; both unless it is given
  --scenes      instead of procedures: every scene, the counter's and the machine's own too, in every look
  --help`;

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        locale: { type: 'string' },
        scenes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return process.exit(2);
  }
}

const values = argumentsOf();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
if (values.locale !== undefined && !LOCALES.some((locale) => locale === values.locale)) {
  console.error(`--locale: ${LOCALES.join(' or ')}`);
  process.exit(2);
}

/** Measuring takes longer than a citizen may be silent. */
const PATIENT = {
  ...DEMO_CONFIG,
  idle: { ...DEMO_CONFIG.idle, warnAfterSeconds: 3600, warnAfterSecondsElder: 3600 },
};

await buildScreens();
if (values.scenes) {
  const root = join(import.meta.dirname, '..', '..');
  const playwright = join(root, 'node_modules', '.bin', 'playwright');
  const env = { ...process.env, ONEWINDOW_LOOKS: 'all' };
  const spec = ['test', 'tests/e2e/accessible.spec.ts', '--reporter=line'];
  process.exit(spawnSync(playwright, spec, { cwd: root, stdio: 'inherit', env }).status ?? 1);
}

const { procedures } = await loadProcedures(OWN_PROCEDURES);
const today = dayInCity(systemClock.now());
const totals = { swept: 0, pages: 0, wrong: 0, notSwept: 0, failed: 0 };

function tell(name: string, pages: readonly Swept[], failure: string | null): void {
  const wrong = pages.reduce((sum, page) => sum + page.wrong.length, 0);
  const state = failure !== null ? 'FAILED' : wrong > 0 ? 'WRONG ' : 'well  ';
  console.log(`${state} ${name}  ${pages.length} pages, ${wrong} violations`);
  for (const { page, wrong } of pages) for (const words of wrong) console.log(`       ${page}: ${words}`);
  if (failure !== null) console.log(`       after ${pages.at(-1)?.page ?? 'nothing'}: ${failure}`);
  totals.pages += pages.length;
  totals.wrong += wrong;
  totals.swept += failure === null ? 1 : 0;
  totals.failed += failure === null ? 0 : 1;
}

const city = await openDemoCity(PATIENT);
// Colours do not fade into each other while they are measured.
await city.page.emulateMedia({ reducedMotion: 'reduce' });

/** Goes on without an answer, to see what the page says; where nothing was missing it turned, and is turned back. */
async function tryWithout(errand: Errand, lookNow: () => Promise<void>): Promise<void> {
  const { page, hand } = errand;
  await page.locator('.screen').evaluate((screen) => screen.toggleAttribute('data-tried', true));
  await hand.press(onward(page));
  await page.locator('.summary, .screen:not([data-tried])').first().waitFor();
  if ((await page.locator('.summary').count()) > 0) await lookNow();
  else await turn(errand, button(errand, texts.back));
}

/** Walks through to the receipt, which is looked at as well. */
async function sweep(errand: DemoErrand): Promise<void> {
  const { prepared, locale, way } = errand;
  const { id } = prepared.procedure;
  const answers = facts[id]?.(today) ?? {};
  const pages: Swept[] = [];
  const hand = sweepingHand(
    city.page,
    (page) => lookOver(page, { locale, answers }),
    (swept) => pages.push(swept),
  );
  let failure: string | null = null;
  try {
    await runErrand(city, city.page, errand, today, {
      hand,
      signsByTyping: true,
      onPage: async (at, screen) => {
        if (screen === 'questions') await tryWithout(at, hand.lookNow);
      },
      onReceipt: hand.lookNow,
    });
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
    await city.startOver();
  }
  tell(`${id} ${locale} ${way}`, pages, failure);
}

try {
  for (const errand of errandsOf(procedures)) {
    const { id } = errand.prepared.procedure;
    if (values.only !== undefined && values.only !== id) continue;
    if (values.locale !== undefined && values.locale !== errand.locale) continue;
    // A card leaves pages out: whoever types everything comes by all of them.
    if (errand.way !== 'typed') continue;
    if (facts[id] === undefined) {
      console.log(`none   ${id} ${errand.locale}: nobody has facts for it, so it was not swept`);
      totals.notSwept += 1;
    } else await sweep(errand);
  }
} finally {
  await city.stop();
}
const { swept, pages, wrong, notSwept, failed } = totals;
console.log(`${swept} swept, ${pages} pages, ${wrong} violations, ${failed} failed, ${notSwept} not swept`);
process.exitCode = swept > 0 && wrong + failed + notSwept === 0 ? 0 : 1;
