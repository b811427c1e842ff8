// What holds for every kind of question: an answer that was taken is taken again as it is kept, whatever was typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, options } from '../../../tests/builders/asked.ts';
import { centenarian, luo, yang } from '../../../tests/builders/people.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import type { Json } from '../../submission/canonical-json.ts';
import { KINDS, type Kind } from '../procedure.ts';
import { kinds } from './index.ts';
import type { QuestionContext } from './kind.ts';

const KNOWN = [
  { at: '/applicant', ...yang },
  { at: '/shareholders/0/person', ...luo },
];

function contextOf(kind: Kind): QuestionContext {
  return asked(kind, { options: options('a', 'b', 'c', 'd'), enterprise: 'llc' }, KNOWN);
}

const NAMES = ['王小明', '欧阳𬭎㛃', '玥喆', '阿依莎·买买提', 'Anne-Marie O’Neill'];
const TRADE_NAMES = ['黔程', '喆翀', '𬭎㛃玥'];

const someone = fc.oneof(
  fc.constantFrom(yang, luo),
  fc.integer({ min: 0, max: 300 }).map((index) => centenarian(index)),
);
const amount = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const digits = fc.stringMatching(/^\d{9}$/);

/** Answers as they are kept. */
const kept: Record<Kind, fc.Arbitrary<Json>> = {
  text: fc.constantFrom('蔡家街 26 号', '<script>', '𬭎', "'; DROP TABLE", 'Café'),
  'person-name': fc.constantFrom(...NAMES),
  'enterprise-name': fc
    .record({
      tradeName: fc.constantFrom(...TRADE_NAMES),
      order: fc.constantFrom('division-first', 'division-in-brackets'),
    })
    .map(({ tradeName, order }) => {
      const parts = { division: '贵阳', tradeName, industry: '信息科技', form: '有限公司', order };
      const full =
        order === 'division-first'
          ? `贵阳${tradeName}信息科技有限公司`
          : `${tradeName}信息科技（贵阳）有限公司`;
      return { ...parts, full };
    }),
  'resident-id': someone.map(({ residentId }) => residentId),
  'credit-code': fc.constantFrom('91520102MA6D000183', '91350100M000100Y43', '12520100MB1A23457K'),
  mobile: digits.map((tail) => `13${tail}`),
  choice: fc.constantFrom('a', 'b', 'c', 'd'),
  choices: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
  pick: fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
  tick: fc.constant(true),
  money: amount,
  number: fc.integer({ min: 0, max: 999_999_999 }),
  date: day,
  person: someone.map((person) => ({ ...person })),
  people: fc.shuffledSubarray([{ ...yang }, { ...luo }], { minLength: 1 }),
  address: fc.record({
    area: fc.constantFrom('a', 'b'),
    detail: fc.constantFrom('毓秀路 26 号 3 楼', '𬭎园 1 栋', "12 O'Neill Rd"),
  }),
};

describe.each(KINDS)('an answer of the kind %s', (kind) => {
  const context = contextOf(kind);
  const { read, raw, show } = kinds[kind];

  it('is read again as it is kept', () => {
    fc.assert(
      fc.property(kept[kind], (value) => {
        expect(read(raw(value, context), context)).toMatchObject({ value, problem: null });
        expect(show(value, context).en).not.toBe('');
      }),
    );
  });

  it('is a value, a problem or nothing, whatever is typed; and a value reads back as itself', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const { value, problem } = read(typed, context);
        if (value === undefined) return;
        expect(problem).toBeNull();
        expect(read(raw(value, context), context).value).toEqual(value);
      }),
    );
  });

  it('that was forged breaks nothing and is not taken for another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (forged) => {
        const value = JSON.parse(JSON.stringify(forged)) as Json;
        const again = read(raw(value, context), context);
        if (again.value !== undefined)
          expect(read(raw(again.value, context), context).value).toEqual(again.value);
        expect(typeof show(value, context).en).toBe('string');
      }),
    );
  });
});

it('money in either unit is read back to the last fen', () => {
  fc.assert(
    fc.property(amount, fc.constantFrom('yuan' as const, 'wan-yuan' as const), (fen, unit) => {
      const context = asked('money', { unit });
      expect(kinds.money.read(kinds.money.raw(fen, context), context).value).toBe(fen);
    }),
  );
});

const anything: fc.Arbitrary<RawAnswer> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('a', 'yes', '１２', ' 138 0013 8000', '52010219900307001４'),
  fc.array(fc.constantFrom('a', 'b', '/applicant', '__proto__', 'x'), { maxLength: 6 }),
  fc.dictionary(
    fc.constantFrom(
      'name',
      'residentId',
      'mobile',
      'known',
      'year',
      'month',
      'day',
      'tradeName',
      'industry',
      'form',
      'division',
      'area',
      'detail',
    ),
    fc.oneof(
      fc.constantFrom(
        '王小明',
        '2026',
        '2',
        '28',
        '520102199003070014',
        '13800138000',
        '/applicant',
        '信息科技',
        'a',
      ),
      fc.string(),
    ),
    { maxKeys: 6 },
  ),
);
