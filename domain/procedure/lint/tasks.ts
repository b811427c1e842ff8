import type { Procedure, TaskRule } from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { finding, type Finding } from './finding.ts';

export function taskFindings({ tasks, answers }: Procedure): Finding[] {
  const ids = new Set(tasks.map(({ id }) => id));
  return tasks.flatMap((task, index) => {
    const place = `/tasks/${index}`;
    const unknown = (task.after ?? []).filter((after) => !ids.has(after) || after === task.id);
    return [
      ...unknown.map((after) => finding(place, 'no-task', `after ${after}: there is no such other task`)),
      ...task.sees
        .filter((seen) => !hasPlace(answers, seen))
        .map((seen) => finding(place, 'no-place', `sees ${seen}, which has no place in answers`)),
      ...(task.promised > task.statutory
        ? [finding(place, 'promise', 'promises more days than the law allows')]
        : []),
      ...(waitsForItself(task.id, tasks) ? [finding(place, 'circle', 'waits for itself')] : []),
    ];
  });
}

function waitsForItself(start: string, tasks: TaskRule[]): boolean {
  const waitsFor = (id: string): string[] => tasks.find((task) => task.id === id)?.after ?? [];
  const seen = new Set<string>();
  const open = [...waitsFor(start)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (!seen.has(next)) open.push(...waitsFor(next));
    seen.add(next);
  }
  return false;
}
