import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGroupCommit, type Outcome } from './group-commit.ts';

/** A database in which some entries cannot be written; remembers every transaction that was tried. */
function database(
  poisoned: ReadonlySet<number> = new Set(),
  error: Error = new Error('a rule of the table'),
) {
  const tried: number[][] = [];
  const written: number[] = [];
  const commit = createGroupCommit(async (numbers: number[]) => {
    tried.push(numbers);
    await Promise.resolve();
    if (numbers.some((number) => poisoned.has(number))) throw error;
    written.push(...numbers);
    return numbers;
  });
  return { tried, written, add: (numbers: number[]) => commit.add(numbers) };
}

const said = (outcomes: Outcome<number>[]) => outcomes.map((one) => (one.ok ? one.answer : 'lost'));
const range = (from: number, count: number) => Array.from({ length: count }, (_none, index) => from + index);

it('joins what arrives during a transaction into the next one', async () => {
  const { tried, add } = database();
  const answers = await Promise.all([add([1, 2]), add([3]), add([4, 5])]);
  expect(answers.map(said)).toEqual([[1, 2], [3], [4, 5]]);
  expect(tried).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

it('makes no transaction longer than 400 entries, unless one batch is', async () => {
  const { tried, add } = database();
  await Promise.all([
    add([0]),
    ...range(0, 9).map((batch) => add(range(batch * 100, 100))),
    add(range(0, 500)),
  ]);
  expect(tried.map((numbers) => numbers.length)).toEqual([1, 400, 400, 100, 500]);
});

it('takes everything but what cannot be written, in order, whatever was joined', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(60), { maxLength: 6 }),
      async (sizes, poison) => {
        const poisoned = new Set(poison);
        const { written, add } = database(poisoned);
        let next = 0;
        const batches = sizes.map((size) => range((next += size) - size, size));
        const answers = await Promise.all(batches.map(add));
        expect(answers.map(said)).toEqual(
          batches.map((batch) => batch.map((number) => (poisoned.has(number) ? 'lost' : number))),
        );
        expect(written).toEqual(range(0, next).filter((number) => !poisoned.has(number)));
      },
    ),
  );
});

it('goes on with the next ones after a failure', async () => {
  const { add } = database(new Set([1]));
  expect(said(await add([1]))).toEqual(['lost']);
  expect(said(await add([2]))).toEqual([2]);
});

describe('does not look for a culprit when the database is what is wrong:', () => {
  it.each([
    ['a full disk', 'SQLITE_FULL'],
    ['PostgreSQL that shuts down', '57P01'],
    ['PostgreSQL that is not there', 'ECONNREFUSED'],
  ])('%s', async (_what, code) => {
    const { tried, add } = database(new Set([3]), Object.assign(new Error('down'), { code }));
    expect(said(await add(range(0, 100)))).toEqual(range(0, 100).map(() => 'lost'));
    expect(tried).toHaveLength(1);
  });

  it('and does when a row broke a rule of its table', async () => {
    const error = Object.assign(new Error('check'), { code: 'SQLITE_CONSTRAINT' });
    const { tried, add } = database(new Set([3]), error);
    expect(said(await add(range(0, 100))).filter((one) => one === 'lost')).toHaveLength(1);
    expect(tried.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(100)) + 1);
  });
});
