// The walk: which pages and questions an application has. What is not asked does not count, whatever is sent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TODAY } from '../../tests/builders/asked.ts';
import { centenarian, luo, yang } from '../../tests/builders/people.ts';
import { dogLicence, prepared, question, whenAt } from '../../tests/builders/procedure.ts';
import { askedFor, walk } from './pages.ts';
import { answersAt, valueAt, withAnswer, type JsonObject } from './pointer.ts';
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

/** A pet terrier: the owner alone hunts. */
const hunting: JsonObject = {
  ...guarded,
  purpose: 'pet',
  breeds: ['terrier'],
  hunt: { days: 2, ground: { area: '520103025', detail: '26 号' } },
};
const owner = { name: yang.name, residentId: yang.residentId, mobile: yang.mobile };

describe('an answer that others say', () => {
  const { answers, counted, questions } = walk(dogs, hunting, TODAY);

  it('counts without being asked', () => {
    expect(answers['hunt']).toEqual({
      born: '1990-03-07',
      sex: 'male',
      until: '2027-11-24',
      phone: yang.mobile,
      days: 2,
      ground: { area: '520103025', detail: '26 号' },
    });
    expect(questions.map(({ at }) => at).filter((at) => at.startsWith('/hunt'))).toEqual([
      '/hunt/days',
      '/hunt/ground',
    ]);
    expect(counted.map(({ at }) => at).filter((at) => at.startsWith('/hunt/'))).toHaveLength(6);
  });

  it('is what they say, whatever was given', () => {
    const forged = withAnswer(withAnswer(hunting, '/hunt/sex', 'female'), '/hunters', [{ person: luo }]);
    expect(walk(dogs, forged, TODAY).answers).toEqual(answers);
  });

  it('is asked for while its condition does not hold', () => {
    const asked = placesOf({ ...hunting, purpose: 'guard' });
    expect(asked).toContain('/hunt/phone');
    expect(asked).not.toContain('/hunt/sex');
  });

  it('is asked for while what it comes from says nothing', () => {
    const nobody = { ...hunting, owner: { ...owner, residentId: '520102199003070011' } };
    expect(placesOf(nobody)).toEqual(expect.arrayContaining(['/hunt/born', '/hunt/sex']));
    expect(placesOf(withAnswer(hunting, '/owner/mobile', undefined))).toContain('/hunt/phone');
  });

  it('hides its page when nothing else is asked there', () => {
    const { pages } = dogLicence();
    const few = pages.map((page) =>
      page.id === 'hunt' && 'questions' in page ? { ...page, questions: page.questions.slice(0, 4) } : page,
    );
    const short = prepared(dogLicence({ pages: few }));
    const shown = (given: JsonObject) => walk(short, given, TODAY).pages.map(({ id }) => id);
    expect(shown(hunting)).not.toContain('hunt');
    expect(shown({ ...hunting, purpose: 'guard' })).toContain('hunt');
    expect(valueAt(walk(short, hunting, TODAY).answers, '/hunt/sex')).toBe('male');
  });

  it('is changed where it comes from', () => {
    const walked = walk(dogs, hunting, TODAY);
    const changedAt = (place: string) => askedFor(place, walked)?.at ?? null;
    expect(changedAt('/hunt/sex')).toBe('/owner/residentId');
    expect(changedAt('/hunt/days')).toBe('/hunt/days');
    expect(changedAt('/hunt/until')).toBeNull();
    // Somebody else hunts: that is chosen, and the owner keeps the name.
    expect(changedAt('/hunt/phone')).toBe('/purpose');
    expect(changedAt('/hunters/0/person')).toBe('/purpose');
    expect(changedAt('/hunters/0/number')).toBe('/purpose');
    expect(changedAt('/hunters/0/role')).toBe('/purpose');
    expect(changedAt('/nowhere')).toBeNull();
  });
});

describe('a list of people already entered', () => {
  it('is those people, and is not asked', () => {
    expect(pagesOf(hunting)).not.toContain('hunters');
    expect(valueAt(walk(dogs, hunting, TODAY).answers, '/hunters')).toEqual([
      { person: owner, shareFen: 300, role: 'lead', number: yang.residentId },
    ]);
  });

  it('is asked while its condition does not hold, and while one of them is nobody yet', () => {
    expect(pagesOf({ ...hunting, purpose: 'guard' })).toContain('hunters');
    expect(pagesOf({ ...hunting, owner: { name: yang.name } })).toContain('hunters');
  });

  it('is asked when something of its items has to be asked', () => {
    expect(pagesOf(withAnswer(hunting, '/totalFen', undefined))).toContain('hunters');
  });

  it('has nothing that nobody could have been asked', () => {
    const noted = withAnswer(hunting, '/hunters', [{ note: 'forged' }]);
    expect(JSON.stringify(walk(dogs, noted, TODAY))).not.toContain('forged');
  });
});

describe('a sum shared equally', () => {
  const shares = (totalFen: number, people: number) => {
    const list = Array.from({ length: people }, (_, index) => ({ person: centenarian(index) }));
    const given = { ...hunting, purpose: 'guard', totalFen, hunters: list };
    return answersAt(walk(dogs, given, TODAY).answers, '/hunters/*/shareFen').map(({ value }) => value);
  };

  it.each([
    [300, 1, [300]],
    [300, 3, [100, 100, 100]],
    [100, 3, [34, 33, 33]],
    [3, 2, [2, 1]],
    [Number.MAX_SAFE_INTEGER, 2, [4503599627370496, 4503599627370495]],
    [2, 3, []],
    [0, 1, []],
  ])('%i among %i', (total, people, expected) => {
    expect(shares(total, people)).toEqual(expected);
  });

  it('adds up to the sum, to the last fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom(1, 2, 3),
        (total, many) => {
          const all = shares(total, many).map((share) => BigInt(share as number));
          expect(all.reduce((sum, share) => sum + share, 0n)).toBe(BigInt(total));
        },
      ),
    );
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
    const after: Page = {
      ...site,
      id: 'after',
      showWhen: whenAt('/site', {}),
      questions: [question('/extra', 'text')],
    };
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
      '/breeds',
      '/totalFen',
      '/hunt/sex',
      '/hunt/phone',
      '/hunt',
      '/hunters',
      '/hunters/0',
      '/hunters/1/shareFen',
    ];
    const forgery = fc.record({ at: fc.constantFrom(...places), value: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.constantFrom(guarded, hunting),
        fc.array(forgery, { maxLength: 4 }),
        (good, forgeries) => {
          const forged = forgeries.reduce<JsonObject>(
            (answers, { at, value }) => withAnswer(answers, at, JSON.parse(JSON.stringify(value)) as never),
            good,
          );
          const walked = walk(dogs, forged, TODAY);
          const counted = new Set(walked.counted.map(({ at }) => at));
          for (const leaf of leavesOf(walked.answers, counted)) expect(counted).toContain(leaf);
          // What others say is the same whether something was given there or not.
          const unsaid = walked.counted
            .filter(({ at, from }) => from !== null && valueAt(forged, at) !== undefined)
            .reduce((answers, { at }) => withAnswer(answers, at, undefined), forged);
          expect(walk(dogs, unsaid, TODAY).answers).toEqual(walked.answers);
          const again = walk(dogs, walked.answers, TODAY);
          expect(again.answers).toEqual(walked.answers);
          expect(again.counted.map(({ at }) => at)).toEqual([...counted]);
        },
      ),
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
