// The other two ways to begin a business, in a real browser: typed in Chinese, and with a card in English.
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { begin, confirm, goOnTo, type Errand } from '../../scripts/citizen/citizen.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { applicant } from '../../scripts/citizen/people.ts';
import { touchHand } from '../../scripts/citizen/touch-hand.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { texts } from '../../renderer/text/texts.ts';
import { yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED } from '../builders/laid-card.ts';
import { shippedShelf } from '../llc.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

test.use({ actionTimeout: 10_000, hasTouch: true });

const shelf = await shippedShelf();
const today = dayInCity(systemClock.now());
let stage: Stage;

test.beforeEach(async () => {
  stage = await openStage({ records: DEMO_RECORDS, config: { cardReader: SIMULATED } });
  await stage.city.kiosk.drain();
});
test.afterEach(() => stage.close());

const cases: [procedure: string, locale: Errand['locale'], hasCard: boolean, screens: number][] = [
  ['business-start-up', 'zh-CN', false, 17],
  ['sole-proprietor', 'en', true, 13],
];

for (const [id, locale, hasCard, screens] of cases)
  test(`${id} in ${locale}, ${hasCard ? 'with the card' : 'typed'}, arrives as it was wanted`, async ({
    page,
  }) => {
    const complaints = await complaintsOf(page);
    const prepared = shelf.latest(id);
    if (prepared === null) throw new Error(`no procedure ${id}`);
    const answers = facts[id]?.(today) ?? {};
    const seen: string[] = [];
    const errand: Errand = {
      ...{ page, hand: touchHand(page), locale, prepared, answers },
      ...(hasCard ? { layCard: () => layCard(stage.city, yangsCard) } : {}),
      onPage: async (screen) => void seen.push(screen),
    };
    await page.goto(stage.http.launchUrl());
    if (locale === 'en') await page.getByRole('button', { name: texts.languageOther['zh-CN'] }).tap();
    await begin(errand);
    await goOnTo(errand, 'confirm');
    await confirm(errand, applicant.name);
    expect(seen.filter((screen) => screen !== 'identity')).toHaveLength(screens);
    await stage.city.kiosk.drain();
    const [held] = await heldBy(join(stage.city.folder, 'platform'));
    expect(held?.application.answers).toEqual(answers);
    expect(held?.application.identity.method).toBe(hasCard ? 'id-card' : 'typed');
    expect(complaints).toEqual([]);
  });
