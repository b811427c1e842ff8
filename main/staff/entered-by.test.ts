import { expect, it } from 'vitest';
import { afterStep, enteredByStaff } from './entered-by.ts';

const people = (...names: string[]) => ({ people: names.map((name) => ({ name })) });
const at = (count: number) => Array.from({ length: count }, (_, index) => `/people/${index}/name`);

it('gives what changed to whoever is at the keys, and leaves the rest as it was', () => {
  const before = afterStep(
    {},
    {},
    { answers: { name: '杨', mobile: '139' }, places: ['/name', '/mobile'] },
    'citizen',
  );
  const after = afterStep(
    before,
    { name: '杨', mobile: '139' },
    { answers: { name: '杨', mobile: '138' }, places: ['/name', '/mobile'] },
    'staff',
  );
  expect(after).toEqual({ '/name': 'citizen', '/mobile': 'staff' });
  expect(enteredByStaff(after)).toEqual(['/mobile']);
});

it('forgets what is not asked or not answered any more', () => {
  const before = { '/name': 'staff', '/gone': 'staff', '/emptied': 'citizen' } as const;
  const answers = { name: '杨', gone: 'x' };
  expect(
    afterStep(before, { ...answers, emptied: 'y' }, { answers, places: ['/name', '/emptied'] }, 'staff'),
  ).toEqual({
    '/name': 'staff',
  });
});

it.each([0, 1, 2])('keeps who entered whom when person %i is taken out of a list', (removed) => {
  const [one, two, three] = ['citizen', 'staff', 'citizen'] as const;
  const by = { '/people/0/name': one, '/people/1/name': two, '/people/2/name': three };
  const names = ['甲', '乙', '丙'];
  const left = names.toSpliced(removed, 1);
  const expected = [one, two, three].toSpliced(removed, 1);
  expect(afterStep(by, people(...names), { answers: people(...left), places: at(2) }, 'staff')).toEqual(
    Object.fromEntries(at(2).map((place, index) => [place, expected[index]])),
  );
});

it('gives a person who was added to whoever added them', () => {
  const by = { '/people/0/name': 'citizen' } as const;
  expect(afterStep(by, people('甲'), { answers: people('甲', '乙'), places: at(2) }, 'staff')).toEqual({
    '/people/0/name': 'citizen',
    '/people/1/name': 'staff',
  });
});
