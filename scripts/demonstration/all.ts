// `npm run demo -- --all` and `npm run procedures -- steps`: every errand, and what each cost.
import { systemClock, dayInCity } from '../../lib/clock.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { OWN_PROCEDURES } from '../../lib/procedures/own-procedures.ts';
import { buildScreens } from '../build.ts';
import { openDemoCity } from './demo-city.ts';
import { errandsOf, runErrand, type Done } from './errands.ts';
import { tableOf } from './table.ts';

export interface AllOptions {
  /** Only these languages; all of them unless it is given. */
  locales?: readonly string[];
  say: (line: string) => void;
}

/** Errands that ask other pages of somebody only because of their language: one of the two was lent less. */
function unlike(done: readonly Done[]): string[] {
  return done.flatMap(({ procedure, locale, way, pages }, place) =>
    done
      .slice(place + 1)
      .filter((other) => other.procedure === procedure && other.way === way && other.pages !== pages)
      .map((other) => `${procedure} ${way}  ${pages} pages in ${locale}, ${other.pages} in ${other.locale}`),
  );
}

/** Whether every errand came to its end, with the platform holding what was wanted, and alike in every language. */
export async function runAll({ locales, say }: AllOptions): Promise<boolean> {
  await buildScreens();
  const { procedures } = await loadProcedures(OWN_PROCEDURES);
  const today = dayInCity(systemClock.now());
  const city = await openDemoCity();
  const done: Done[] = [];
  let failed = 0;
  try {
    for (const errand of errandsOf(procedures)) {
      if (locales !== undefined && !locales.includes(errand.locale)) continue;
      const name = `${errand.prepared.procedure.id} ${errand.locale} ${errand.way}`;
      try {
        const one = await runErrand(city, city.page, errand, today);
        done.push(one);
        say(`held   ${name}  ${one.number}  ${one.seconds} s`);
      } catch (error) {
        failed += 1;
        say(`FAILED ${name}  ${error instanceof Error ? error.message : String(error)}`);
        await city.startOver();
      }
    }
  } finally {
    await city.stop();
  }
  for (const line of ['', ...tableOf(done)]) say(line);
  const other = unlike(done);
  for (const line of other) say(`UNLIKE ${line}`);
  return failed + other.length === 0 && done.length > 0;
}
