import { expect, it } from 'vitest';
import { asked } from '../../../tests/builders/asked.ts';
import type { RawAnswer } from '../../contract/answers.ts';
import { date } from './date.ts';

const typed = (year: string, month: string, day: string) => ({ year, month, day });

it.each<[RawAnswer, unknown]>([
  [typed('2026', '11', '24'), '2026-11-24'],
  [typed('2026', '3', '7'), '2026-03-07'],
  [typed('２０２６', '０３', '７'), '2026-03-07'],
  [typed('2028', '2', '29'), '2028-02-29'],
  [typed('', '', ''), 'nothing'],
  [null, 'nothing'],
  ['2026-11-24', 'nothing'],
  [typed('2026', '2', '29'), 'date/no-such-day'],
  [typed('2026', '2', '31'), 'date/no-such-day'],
  [typed('2026', '13', '1'), 'date/no-such-day'],
  [typed('2026', '0', '1'), 'date/no-such-day'],
  [typed('26', '11', '24'), 'date/short-year'],
  [typed('2026', '', '24'), 'date/incomplete'],
  [typed('民国115', '11', '24'), 'date/not-figures'],
  [typed('2026', '十一', '24'), 'date/not-figures'],
  [typed('2026', '-1', '24'), 'date/not-figures'],
  [typed('2026', '111', '24'), 'date/no-such-day'],
  [{ year: '2026' }, 'date/incomplete'],
])('a day typed as %j is read', (raw, expected) => {
  const { value, problem } = date.read(raw, asked('date'));
  expect(problem === null ? (value ?? 'nothing') : problem.code).toBe(expected);
});

it('is shown written out', () => {
  expect(date.show('2026-11-24', asked('date'))).toEqual({
    'zh-CN': '2026年11月24日',
    en: '24 November 2026',
  });
});
