// What somebody is asked for whom everything is as usual: page by page, typed, and with a card and records at hand.
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../domain/procedure/check-answers.ts';
import { neededDocuments } from '../../domain/procedure/documents.ts';
import { walk } from '../../domain/procedure/pages.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { holdings } from '../../domain/documents/holding.ts';
import type { Source } from '../../domain/submission/envelope.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { givenPages } from '../../main/sessions/sources.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { shippedShelf } from '../llc.ts';

const shelf = await shippedShelf();
const today = dayInCity(systemClock.now());

/** Everything that the card and the records about the applicant say of an application. */
function sourcesOf({ procedure }: Prepared): Source[] {
  return procedure.prefill.flatMap(({ record, into }) =>
    Object.keys(into)
      .filter((place) => !place.includes('*'))
      .map((place) => ({ place, source: record, on: today })),
  );
}

const cases: [id: string, typed: string[], known: string[]][] = [
  [
    'business-registration-llc',
    [
      'applicant',
      'holders',
      'name',
      'domicile',
      'scope',
      'capital',
      'setup',
      'licence',
      'receiver',
      'documents',
    ],
    ['applicant'],
  ],
  [
    'business-start-up',
    [
      ...['applicant', 'holders', 'name', 'domicile', 'scope', 'capital', 'setup'],
      ...['together', 'seals', 'tax', 'insured', 'bank', 'licence', 'receiver', 'documents'],
    ],
    ['applicant'],
  ],
  [
    'sole-proprietor',
    [
      ...['applicant', 'operator', 'residence', 'named', 'name', 'place', 'premises', 'scope', 'licensed'],
      ...['money', 'licence', 'receiver', 'documents'],
    ],
    ['applicant', 'residence'],
  ],
];

describe.each(cases)('%s, as usual', (id, typed, known) => {
  const prepared = shelf.latest(id);
  if (prepared === null) throw new Error(`no procedure ${id}`);
  const answers = facts[id]?.(today) ?? {};
  const walked = walk(prepared, answers, today);
  const sources = sourcesOf(prepared);

  it('has nothing wrong and is what was wanted', () => {
    expect(checkAnswers(prepared, walked, today)).toEqual([]);
    expect(walked.answers).toEqual(answers);
  });

  it('asks these pages', () => {
    expect(walked.pages.map((page) => page.id)).toEqual(typed);
  });

  it('passes over what a card and records say', () => {
    expect([...givenPages(prepared, walked, sources, today)]).toEqual(known);
  });

  it('comes with nothing to hand in when card and land register are at hand', () => {
    const needed = neededDocuments(prepared, walked.answers, today, shelf.calendar);
    expect(holdings(needed, {}, sources).map(({ id, holding }) => [id, holding.state])).toEqual([
      ['applicant-id', 'spared'],
      ['title', 'spared'],
    ]);
  });
});

it('a company of one person is registered in twelve pages, from the card to the signature', () => {
  const [, typed, known] = cases[0] ?? ['', [], []];
  const before = ['identity'];
  const after = ['check', 'confirm'];
  expect([...before, ...typed.filter((page) => !known.includes(page)), ...after]).toHaveLength(12);
});
