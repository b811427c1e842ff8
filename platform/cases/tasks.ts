// What a submission becomes: a case, with one task for each department that has a share in it.
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import { neededTasks } from '../../domain/procedure/tasks.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { maskName } from '../../domain/submission/masked-name.ts';
import type { Task } from '../store/cases.ts';

/** The tasks these answers make, in the procedure's order. Those that come after another wait for it. */
export function openingTasks(prepared: Prepared, answers: JsonObject): Task[] {
  return neededTasks(prepared, answers).map(({ id, department, after = [] }) => ({
    id,
    department,
    state: after.length > 0 ? 'waiting-for-another' : 'waiting-for-acceptance',
  }));
}

/** What the case is about, for a list: the company's name, or the applicant's with only its first character. */
export function subjectOf({ procedure }: Prepared, answers: JsonObject): string {
  const subject = procedure.subject === undefined ? undefined : valueAt(answers, procedure.subject);
  if (typeof subject === 'string' && subject !== '') return subject;
  const name = valueAt(answers, procedure.identity.name);
  return maskName(typeof name === 'string' ? name : '');
}
