// The three ways to begin a business, with the card on the reader and the records at hand: what is still asked, and that
// it arrives as it was wanted, with where each answer came from.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../domain/contract/views.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { heldBy } from '../../scripts/citizen/held.ts';
import { DEMO_RECORDS } from '../../scripts/city.ts';
import { yangsCard } from '../builders/cards.ts';
import { layCard, SIMULATED } from '../builders/laid-card.ts';
import { soleOrganisationAnswers } from '../builders/llc-application.ts';
import { agentAnswers } from '../builders/sole-proprietor-application.ts';
import { startCity, type City } from '../city.ts';
import { ask, confirm, nextPress } from '../fill-in.ts';
import { shippedShelf } from '../llc.ts';
import { until } from '../until.ts';

const shelf = await shippedShelf();
const today = dayInCity(systemClock.now());

let city: City;
beforeEach(async () => {
  city = await startCity({ printer: null, records: DEMO_RECORDS, config: { cardReader: SIMULATED } });
  await city.kiosk.drain();
});
afterEach(() => city.stop());

/** The view that the kiosk showed last, unasked. */
function shown(): View | null {
  return city.events.flatMap((event) => (event.name === 'view' ? [event.payload] : [])).at(-1) ?? null;
}

/** Lays the card, lets the records be used, and waits for the first page that must be asked. */
async function withCard(procedure: string): Promise<View> {
  const { page } = await ask(city.send, 'beginApplication', { procedure });
  await ask(city.send, 'readIdentity', { page, consent: true });
  await layCard(city, yangsCard);
  await until(() => shown()?.screen === 'questions');
  const view = shown();
  if (view === null) throw new Error('nothing is shown');
  return view;
}

function titleOf(view: View): string {
  return 'title' in view ? view.title.en : view.screen;
}

/** Goes on to the end, and says what was asked on the way. */
async function fillIn(id: string, answers: JsonObject): Promise<{ view: View; titles: string[] }> {
  const procedure = shelf.latest(id)?.procedure;
  if (procedure === undefined) throw new Error(`no procedure ${id}`);
  let view = await withCard(id);
  const titles = [];
  while (view.screen !== 'confirm') {
    titles.push(titleOf(view));
    view = await nextPress(city.send, view, answers, procedure);
  }
  return { view, titles };
}

async function arrived() {
  await city.kiosk.drain();
  const [held] = await heldBy(join(city.folder, 'platform'));
  if (held === undefined) throw new Error('nothing arrived');
  return held.application;
}

const asked: [id: string, titles: string[]][] = [
  [
    'business-registration-llc',
    [
      'Who owns the company?',
      'What will the company be called?',
      'Where is the company’s domicile?',
      'What will the company do?',
      'How much capital, and how is it paid?',
      'How is it run, and for how long?',
      'How many copies, and how do you get them?',
      'To whom, and where?',
      'Papers to hand in',
      'check',
    ],
  ],
  [
    'business-start-up',
    [
      'Who owns the company?',
      'What will the company be called?',
      'Where is the company’s domicile?',
      'What will the company do?',
      'How much capital, and how is it paid?',
      'How is it run, and for how long?',
      'What shall we do at the same time?',
      'Which seals?',
      'How is it registered for tax?',
      'For how many people, to begin with?',
      'At which bank?',
      'How many copies, and how do you get them?',
      'To whom, and where?',
      'Papers to hand in',
      'check',
    ],
  ],
  [
    'sole-proprietor',
    [
      'Who will run the business?',
      'Will it have a name?',
      'What will it be called?',
      'Where will you trade?',
      'What is the address of the place?',
      'What will you do?',
      'Some items need a licence',
      'How much, and when do you open?',
      'How many copies, and how do you get them?',
      'To whom, and where?',
      'Papers to hand in',
      'check',
    ],
  ],
];

describe.each(asked)('%s, with card and records', (id, titles) => {
  it('asks this, and arrives as it was wanted', async () => {
    const answers = facts[id]?.(today) ?? {};
    const filled = await fillIn(id, answers);
    expect(filled.titles).toEqual(titles);
    if (filled.view.screen !== 'confirm') throw new Error('no confirmation');
    await confirm(city.send, filled.view);
    const application = await arrived();
    expect(application.answers).toEqual(answers);
    expect(application.identity).toEqual({ method: 'id-card' });
    expect(application.documents).toEqual([
      { id: 'applicant-id', rule: 'applicant-id', state: 'spared', by: 'id-card' },
      { id: 'title', rule: 'title', state: 'spared', by: 'premises' },
    ]);
    const sources = new Set((application.sources ?? []).map(({ source }) => source));
    expect([...sources].toSorted()).toEqual(['id-card', 'population', 'premises']);
  });
});

describe('what the applicant owns and where they live is not taken for somebody else’s', () => {
  it.each<[string, JsonObject]>([
    ['business-registration-llc', soleOrganisationAnswers()],
    ['sole-proprietor', agentAnswers()],
  ])('in %s through an agent', async (id, answers) => {
    const { view } = await fillIn(id, {
      ...answers,
      applicant: { ...(facts[id]?.(today)['applicant'] as JsonObject), role: 'agent' },
    });
    if (view.screen !== 'confirm') throw new Error('no confirmation');
    await confirm(city.send, view);
    const sources = new Set(((await arrived()).sources ?? []).map(({ source }) => source));
    expect([...sources].toSorted()).toEqual(['id-card', 'population']);
  });
});
