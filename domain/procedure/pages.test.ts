// The walk: which pages and questions an application has. What is not asked does not count, whatever is sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../../tests/builders/asked.ts';
import { luo, yang } from '../../tests/builders/people.ts';
import { dogLicence, prepared, whenAt } from '../../tests/builders/procedure.ts';
import { walk } from './pages.ts';
import { valueAt, withAnswer, type JsonObject } from './pointer.ts';
import type { Page } from './procedure.ts';

const dogs = prepared();

const guarded: JsonObject = {
  owner: { name: yang.name, residentId: yang.residentId, mobile: yang.mobile },
  purpose: 'guard',
  totalFen: 300,
  way: 'counter',
  site: '仓库',
  breeds: ['mastiff'],
  dogs: [
    { name: '黑子', size: 'large', feeFen: 200, keeper: { ...luo } },
    { name: '豆豆', size: 'small', feeFen: 100 },
  ],
};

const pagesOf = (answers: JsonObject) => walk(dogs, answers, TODAY).pages.map(({ id }) => id);
const placesOf = (answers: JsonObject) => walk(dogs, answers, TODAY).questions.map(({ at }) => at);

describe('the walk through a procedure', () => {
  it('begins with what needs no answer before it', () => {
    expect(pagesOf({})).toEqual(['owner', 'purpose', 'breeds', 'dogs', 'papers']);
    expect(placesOf({})).not.toContain('/site');
  });

  it('opens a page when its condition holds', () => {
    expect(pagesOf({ purpose: 'guard' })).toContain('site');
    expect(pagesOf({ purpose: 'pet' })).not.toContain('site');
  });

  it('asks each item on pages of its own, some of them only of some', () => {
    expect(placesOf(guarded).filter((at) => at.startsWith('/dogs'))).toEqual([
      '/dogs/0/name',
      '/dogs/0/size',
      '/dogs/0/feeFen',
      '/dogs/0/keeper',
      '/dogs/1/name',
      '/dogs/1/size',
      '/dogs/1/feeFen',
    ]);
    const keeper = walk(dogs, guarded, TODAY).questions.find(({ at }) => at === '/dogs/0/keeper');
    expect(keeper).toMatchObject({ page: 'dogs', item: 0, inner: 'keeper' });
  });

  it('keeps a finished application as it is', () => {
    expect(walk(dogs, guarded, TODAY).answers).toEqual(guarded);
  });

  it('offers the people entered so far, each once and never the answer itself', () => {
    const offered = walk(dogs, guarded, TODAY).questions.find(({ at }) => at === '/dogs/0/keeper');
    expect(offered?.context.people).toEqual([{ at: '/owner', ...yang }]);
  });
});

describe('what is not asked', () => {
  it('is dropped when its page is hidden', () => {
    expect(walk(dogs, { ...guarded, purpose: 'pet' }, TODAY).answers).not.toHaveProperty('site');
  });

  it('is dropped when it is no question at all, also inside an item', () => {
    const forged = withAnswer({ ...guarded, isPaid: true }, '/dogs/1/keeper', { ...luo });
    expect(walk(dogs, forged, TODAY).answers).toEqual(guarded);
  });

  it('steers nothing: a hidden answer cannot open a page that depends on it', () => {
    const { pages } = dogLicence();
    const site = pages.find(({ id }) => id === 'site') as Page;
    const after: Page = { ...site, id: 'after', showWhen: whenAt('/site', {}), questions: [] as never };
    const chained = prepared(dogLicence({ pages: [...pages, after] }));
    const ids = (answers: JsonObject) => walk(chained, answers, TODAY).pages.map(({ id }) => id);
    expect(ids({ purpose: 'guard', site: '仓库' })).toContain('after');
    expect(ids({ purpose: 'pet', site: '仓库' })).not.toContain('after');
  });

  it('is every item beyond the most there may be', () => {
    const many = {
      ...guarded,
      dogs: Array.from({ length: 9 }, () => ({ name: '旺财', size: 'small', feeFen: 1 })),
    };
    expect(valueAt(walk(dogs, many, TODAY).answers, '/dogs')).toHaveLength(3);
  });

  it.each([null, 5, 'x', {}])('is a list that is %j', (list) => {
    expect(walk(dogs, { ...guarded, dogs: list }, TODAY).answers).not.toHaveProperty('dogs');
  });

  it('never stays, whatever is forged; and a second walk changes nothing', () => {
    const places = [
      '/owner',
      '/purpose',
      '/site',
      '/breeds',
      '/dogs',
      '/dogs/0',
      '/dogs/1/keeper',
      '/dogs/0/size',
      '/extra',
      '/dogs/1/x',
    ];
    const forgery = fc.record({ at: fc.constantFrom(...places), value: fc.jsonValue() });
    fc.assert(
      fc.property(fc.array(forgery, { maxLength: 4 }), (forgeries) => {
        const forged = forgeries.reduce<JsonObject>(
          (answers, { at, value }) => withAnswer(answers, at, JSON.parse(JSON.stringify(value)) as never),
          guarded,
        );
        const walked = walk(dogs, forged, TODAY);
        const asked = new Set(walked.questions.map(({ at }) => at));
        for (const leaf of leavesOf(walked.answers, asked)) expect(asked).toContain(leaf);
        expect(walk(dogs, walked.answers, TODAY).answers).toEqual(walked.answers);
      }),
    );
  });
});

/** Where answers stand that are no mere containers of asked ones. */
function leavesOf(answers: JsonObject, asked: ReadonlySet<string>, place = ''): string[] {
  return Object.entries(answers).flatMap(([key, value]) => {
    const here = `${place}/${key}`;
    const isContainer = typeof value === 'object' && value !== null && !asked.has(here);
    return isContainer ? leavesOf(value as JsonObject, asked, here) : [here];
  });
}
