import { describe, expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import { luo, wei, yang } from '../../../tests/builders/people.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import type { Question } from '../procedure.ts';
import { people, person } from './person.ts';

const known = [
  { at: '/applicant', ...yang },
  { at: '/shareholders/1/person', ...luo },
];

function read(raw: RawAnswer, more: Partial<Question> = {}) {
  const { value, problem } = person.read(raw, asked('person', more, known));
  return problem === null ? (value ?? 'nothing') : problem.code;
}

describe('a person', () => {
  it.each<[string, RawAnswer, unknown]>([
    ['nobody', {}, 'nothing'],
    ['blanks', { name: ' ', residentId: '', mobile: '' }, 'nothing'],
    ['a list', ['/applicant'], 'nothing'],
    ['somebody listed', { known: '/applicant' }, yang],
    ['a place where nobody is', { known: '/organs/manager' }, 'person/not-known'],
    ['a prototype', { known: '__proto__' }, 'person/not-known'],
    ['somebody new', wei, wei],
    ['somebody typed with blanks', { ...wei, residentId: '520115 19781105 678 2' }, wei],
    ['somebody without a number', { ...wei, residentId: '' }, 'person/incomplete'],
    ['a wrong number', { ...wei, residentId: '520102199003070011' }, 'resident-id/check-digit'],
    ['a land line', { ...wei, mobile: '0851-85961234' }, 'mobile/landline'],
  ])('typed as %s is read', (_, raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });

  it('nobody new may be given where only those listed may be', () => {
    expect(read(wei, { others: false })).toBe('person/not-known');
    expect(read({ ...luo, name: '罗清泉' }, { others: false })).toBe('person/not-known');
    expect(read(luo, { others: false })).toEqual(luo);
  });

  it('who stands elsewhere in the application is picked there, not written out again', () => {
    expect(person.raw(luo, asked('person', {}, known))).toEqual({ known: '/shareholders/1/person' });
    expect(person.raw({ ...luo, mobile: wei.mobile }, asked('person', {}, known))).toEqual({
      ...luo,
      mobile: wei.mobile,
    });
    expect(person.raw(wei, asked('person', {}, known))).toEqual(wei);
  });

  it('is shown with the number masked', () => {
    const shown = person.show(yang, asked('person'));
    expect(shown.en).toBe('杨雨禾 5201**********0014');
    expect(JSON.stringify(shown)).not.toContain('19900307');
  });

  it.each([null, 5, 'x', [], {}, { name: '杨雨禾' }])('that is stored as %j is nobody', (stored) => {
    expect(person.raw(stored, asked('person'))).toEqual({});
    expect(person.show(stored, asked('person')).en).toBe('');
  });
});

describe('some people', () => {
  const readAll = (raw: RawAnswer, more: Partial<Question> = {}) => {
    const { value, problem } = people.read(raw, asked('people', more, known));
    return problem === null ? (value ?? 'nothing') : problem.code;
  };

  it.each<[RawAnswer, unknown]>([
    [[], 'nothing'],
    [
      ['/shareholders/1/person', '/applicant'],
      [luo, yang],
    ],
    [['/applicant', '/applicant'], [yang]],
    [['/applicant', '/organs/manager'], 'person/not-known'],
    ['/applicant', 'nothing'],
  ])('picked as %j are read', (raw, expected) => {
    expect(readAll(raw)).toEqual(expected);
  });

  it('are counted', () => {
    expect(readAll(['/applicant'], { min: 2 })).toBe('people/too-few');
    expect(readAll(['/applicant', '/shareholders/1/person'], { max: 1 })).toBe('people/too-many');
  });

  it('are shown with their numbers masked', () => {
    expect(people.show([yang, luo], asked('people')).en).toBe(
      '杨雨禾 5201**********0014; 罗清源 5201**********1237',
    );
  });
});
