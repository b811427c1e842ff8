import { expect, it } from 'vitest';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { loadProcedures } from '../../lib/procedures/load.ts';
import { departmentName } from './departments.ts';
import { llcAnswers } from '../../tests/builders/llc-application.ts';
import { llc } from '../../tests/llc.ts';
import { openingTasks, subjectOf } from './tasks.ts';

const { procedures } = await loadProcedures(new URL('../../procedures', import.meta.url).pathname);

it('has procedures to look at', () => {
  expect(procedures.length).toBeGreaterThan(0);
});

it('every department that a procedure gives a task to has a name in both languages', () => {
  const unnamed = procedures
    .flatMap(({ procedure }) => procedure.tasks.map(({ department }) => department))
    .filter((department) => departmentName(department).en === department);
  expect(unnamed).toEqual([]);
});

it('opens every procedure with somebody to act: not all tasks wait for another', () => {
  for (const prepared of procedures) {
    const states = openingTasks(prepared, {}).map(({ state }) => state);
    expect([prepared.procedure.id, states]).toEqual([
      prepared.procedure.id,
      expect.arrayContaining(['waiting-for-acceptance']),
    ]);
  }
});

it('gives a department a task only when the citizen asked for what it does', async () => {
  const tasksFor = (together: JsonObject | undefined) => {
    return openingTasks(prepared, llcAnswers({ '/together': together })).map(({ id }) => id);
  };
  const prepared = await llc();
  const [few, many] = [tasksFor(undefined), tasksFor({ seals: ['company'] })];
  expect(few).toContain('licence');
  expect(many.length).toBeGreaterThan(few.length);
});

it('names a case by its subject, or by a name that is masked', () => {
  const [prepared] = procedures;
  if (prepared === undefined) throw new Error('no procedure');
  const { subject: _, ...unnamed } = prepared.procedure;
  const person = { ...prepared, procedure: { ...unnamed, identity: { ...unnamed.identity, name: '/name' } } };
  expect(subjectOf(person, { name: '王小明' })).toBe('王**');
  const company = { ...person, procedure: { ...person.procedure, subject: '/company' } };
  expect(subjectOf(company, { name: '王小明', company: '贵阳黔程信息科技有限公司' })).toBe(
    '贵阳黔程信息科技有限公司',
  );
});
