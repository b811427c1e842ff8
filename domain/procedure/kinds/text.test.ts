import { describe, expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import type { Question } from '../procedure.ts';
import { kinds } from './index.ts';

/** The code of what is wrong, the value, or 'nothing'. */
function read(as: Question['as'], raw: RawAnswer, more: Partial<Question> = {}) {
  const { value, problem } = kinds[as].read(raw, asked(as, more));
  return problem === null ? (value ?? 'nothing') : problem.code;
}

describe('a line of text', () => {
  it.each<[RawAnswer, unknown]>([
    [null, 'nothing'],
    ['', 'nothing'],
    [' \t ', 'nothing'],
    [['a list'], 'nothing'],
    [{ a: 'record' }, 'nothing'],
    ['  蔡家街 26 号 ', '蔡家街 26 号'],
    ['Cafe\u0301', 'Caf\u00e9'],
    ['玥喆翀㛃䶮𬭎', '玥喆翀㛃䶮𬭎'],
    ['x'.repeat(201), 'text/too-long'],
    ['𬭎'.repeat(200), '𬭎'.repeat(200)],
    ['x'.repeat(1_000_000), 'text/too-long'],
    ['a\u0000b', 'text/unseen-characters'],
    ['a\nb', 'text/unseen-characters'],
    ['a\u202eb', 'text/unseen-characters'],
    ['a\u200db', 'text/unseen-characters'],
    ['\ud800', 'text/unseen-characters'],
    ['\u001b@', 'text/unseen-characters'],
  ])('reads %j', (raw, expected) => {
    expect(read('text', raw)).toBe(expected);
  });

  it.each(['<script>alert(1)</script>', '{{x}}', "'; DROP TABLE cases; --", '%s%n', '../../etc', '=cmd()'])(
    'keeps %j as what it is, text',
    (typed) => {
      expect(read('text', typed)).toBe(typed);
    },
  );

  it('counts by character, whatever its plane', () => {
    expect(read('text', '𬭎𬭎𬭎', { max: 3 })).toBe('𬭎𬭎𬭎');
    expect(read('text', '𬭎𬭎𬭎', { max: 2 })).toBe('text/too-long');
    expect(read('text', '𬭎', { min: 2 })).toBe('text/too-short');
  });
});

describe('a name of a person', () => {
  it.each([
    ['王小明', '王小明'],
    ['欧阳𬭎㛃', '欧阳𬭎㛃'],
    ['阿依莎•买买提', '阿依莎·买买提'],
    ['王 小 明', '王小明'],
    ['Anne-Marie O’Neill', 'Anne-Marie O’Neill'],
    ['王', 'person-name/too-short'],
    ['王小明3', 'person-name/characters'],
    ['王😀', 'person-name/characters'],
    ['王'.repeat(51), 'text/too-long'],
    ['王\u202e明', 'text/unseen-characters'],
  ])('reads %j', (typed, expected) => {
    expect(read('person-name', typed)).toBe(expected);
  });
});

describe('an identity number', () => {
  it.each([
    ['520102199003070014', '520102199003070014'],
    ['52011419900307001x', '52011419900307001X'],
    ['５２０１０２１９９００３０７００１４', '520102199003070014'],
    ['520102 19900307 001 4', '520102199003070014'],
    ['520102199003070011', 'resident-id/check-digit'],
    ['520103198502291235', 'resident-id/date'],
    ['520102199013070014', 'resident-id/date'],
    ['520102203001010017', 'resident-id/future'],
    ['999999199003070012', 'resident-id/area'],
    ['52010219900307001', 'resident-id/length'],
    ['52010219900307001O', 'resident-id/characters'],
    ['110105491231002', 'resident-id/fifteen-digits'],
  ])('reads %j', (typed, expected) => {
    expect(read('resident-id', typed)).toBe(expected);
  });

  it('of somebody born in 1880 is doubted, not refused', () => {
    const { problem, warnings } = kinds['resident-id'].read('440524188001010014', asked('resident-id'));
    expect([problem, warnings.map(({ code }) => code)]).toEqual([null, ['resident-id/very-old']]);
  });
});

describe('a credit code', () => {
  it.each([
    ['91520102MA6D000183', '91520102MA6D000183'],
    ['91520102ma6d000183', '91520102MA6D000183'],
    ['91520102-MA6D-000183', '91520102MA6D000183'],
    ['91520102MA6D000182', 'credit-code/check-digit'],
    ['91520102MA6D000196', 'credit-code/organisation-code'],
    ['9152O102MA6D000183', 'credit-code/characters'],
    ['12345', 'credit-code/length'],
  ])('reads %j', (typed, expected) => {
    expect(read('credit-code', typed)).toBe(expected);
  });
});

describe('a mobile number', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0851-85961234', 'mobile/landline'],
    ['1380013800', 'mobile/length'],
  ])('reads %j', (typed, expected) => {
    expect(read('mobile', typed)).toBe(expected);
  });
});

describe('a whole number', () => {
  it.each<[string, unknown]>([
    ['12', 12],
    ['１２', 12],
    ['', 'nothing'],
    ['0', 'number/too-small'],
    ['100', 'number/too-large'],
    ['-1', 'number/not-a-number'],
    ['1.5', 'number/not-a-number'],
    ['1e3', 'number/not-a-number'],
    ['壹', 'number/not-a-number'],
    ['9007199254740993', 'number/too-large'],
  ])('reads %j', (typed, expected) => {
    expect(read('number', typed, { min: 1, max: 99 })).toBe(expected);
  });
});

describe('a line that must be something', () => {
  it.each([
    ['postcode', '550001', '550001'],
    ['postcode', '５５０ 001', '550001'],
    ['postcode', '55000', 'postcode/six-digits'],
    ['phone', '0851-85961234', '0851-85961234'],
    ['phone', '(0851) 8596 1234', '0851-85961234'],
    ['phone', '+86 0851 85961234', '0851-85961234'],
    ['phone', '010 12345678', 'phone/not-a-phone'],
    ['phone', '010 62345678', '010-62345678'],
    ['phone', '13800138000', '13800138000'],
    ['phone', '85961234', 'phone/not-a-phone'],
    ['phone', 'call me', 'phone/not-a-phone'],
    ['email', 'yang@example.cn', 'yang@example.cn'],
    ['email', 'ｙａｎｇ＠example.cn', 'yang@example.cn'],
    ['email', 'yang@', 'email/not-an-email'],
    ['email', 'yang example.cn', 'email/not-an-email'],
    ['email', `${'a'.repeat(150)}@example.cn`, 'email/not-an-email'],
  ] as const)('as %s reads %j', (check, typed, expected) => {
    expect(read('text', typed, { check })).toBe(expected);
  });

  it('warns of a postcode outside the province', () => {
    const { warnings } = kinds.text.read('100000', asked('text', { check: 'postcode' }));
    expect(warnings.map(({ code }) => code)).toEqual(['postcode/elsewhere']);
  });
});
