import type { JsonObject } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import type { TaskRule } from './procedure.ts';

/** The tasks these answers make, in the order of the procedure. Nobody waits for a task that is not made. */
export function neededTasks(prepared: Prepared, answers: JsonObject): TaskRule[] {
  const needed = prepared.procedure.tasks.filter(({ requiredWhen }) => prepared.holds(requiredWhen, answers));
  const ids = new Set(needed.map(({ id }) => id));
  return needed.map((task) => ({ ...task, after: (task.after ?? []).filter((id) => ids.has(id)) }));
}
