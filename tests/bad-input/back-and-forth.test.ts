// Every page of every procedure, filled in to the end, then back page by page to the first and forward again: each page shows
// what it showed, and the end is the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawAnswers } from '../../domain/contract/answers.ts';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { dayInCity, systemClock } from '../../lib/clock.ts';
import { facts } from '../../scripts/citizen/facts.ts';
import { startCity, type City } from '../city.ts';
import { ask, fillIn } from '../fill-in.ts';
import { shippedShelf } from '../llc.ts';

const { procedures } = await shippedShelf();
const today = dayInCity(systemClock.now());

let city: City;
beforeAll(async () => {
  city = await startCity({ printer: null });
});
afterAll(() => city.stop());

/** A page as a person sees it: without what is new in every answer of the kiosk. */
function seen({ page: _, revision: __, ...rest }: View): object {
  return rest;
}

/** What a screen sends on which nobody has changed anything. */
function asShown(view: View): RawAnswers {
  if (view.screen !== 'questions') return {};
  return Object.fromEntries(view.questions.map(({ at, value }) => [at, value]));
}

const back = ({ page }: View) => ask(city.send, 'goBack', { page });
const onward = (view: View) => ask(city.send, 'answerPage', { page: view.page, answers: asShown(view) });

/** The pages from here, before the one where `isEnd` holds. */
async function pagesTo(
  start: View,
  turn: (view: View) => Promise<View>,
  isEnd: (view: View) => boolean,
): Promise<View[]> {
  const pages: View[] = [];
  for (let view = start; !isEnd(view); view = await turn(view)) {
    pages.push(view);
    if (pages.length > 200) throw new Error(`no end: on ${view.screen}`);
  }
  return pages;
}

/** Goes through every item of a list, changing nothing; the list as it is then. */
async function throughItems(list: ViewOf<'list'>): Promise<View> {
  let view: View = list;
  for (const index of list.items.keys()) {
    view = await ask(city.send, 'changeItem', { page: view.page, index });
    for (let pages = 0; view.screen === 'questions' && pages < 20; pages += 1) view = await onward(view);
  }
  return view;
}

describe.each(procedures.map((prepared) => ({ prepared, id: prepared.procedure.id })))(
  '$id',
  ({ prepared, id }) => {
    it('loses nothing on the way back to its first page and forward again', async () => {
      await ask(city.send, 'leave', null);
      const confirm = await fillIn(city.send, prepared.procedure, facts[id]?.(today) ?? {});
      const pages = await pagesTo(confirm, back, ({ screen }) => screen === 'guide');
      const [first] = pages.slice(-1);
      // The guide was looked at, and the application is gone with it: it is filled in once more.
      const again = await fillIn(city.send, prepared.procedure, facts[id]?.(today) ?? {});
      let view: View = again;
      for (let turns = 1; turns < pages.length; turns += 1) view = await back(view);
      expect(seen(view)).toEqual(first === undefined ? null : seen(first));
      const forward: object[] = [];
      for (const _ of pages.slice(1)) {
        if (view.screen === 'list') view = await throughItems(view);
        forward.push(seen(view));
        view = await onward(view);
      }
      expect(forward).toEqual(pages.slice(1).toReversed().map(seen));
      expect(seen(view)).toEqual(seen(confirm));
      expect(pages.length).toBeGreaterThan(5);
    });
  },
);
