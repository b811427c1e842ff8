import { expect, it } from 'vitest';
import { prepared } from '../../tests/builders/procedure.ts';
import { neededTasks } from './tasks.ts';

const made = (purpose: string) => neededTasks(prepared(), { purpose }).map(({ id, after }) => [id, after]);

it('makes every task that the answers call for', () => {
  expect(made('guard')).toEqual([
    ['licence', []],
    ['inspection', ['licence']],
    ['delivery', ['licence', 'inspection']],
  ]);
});

it('lets nobody wait for a task that is not made', () => {
  expect(made('pet')).toEqual([
    ['licence', []],
    ['delivery', ['licence']],
  ]);
});
