import type { Procedure, TaskRule } from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { finding, type Finding } from './finding.ts';

/** What is said of tasks, and of documents that a task would have to be decided without. */
export function taskFindings(procedure: Procedure): Finding[] {
  return [...oneByOne(procedure), ...lateDocuments(procedure)];
}

/**
 * 容缺: what follows must be here within the time the matter is promised in, for nothing is issued without it (DB45/T
 * 2433-2021 and other local rules). Those who wait for no other task decide first, on what was handed in.
 */
function lateDocuments({ documents, tasks }: Procedure): Finding[] {
  const first = tasks.filter(({ after = [] }) => after.length === 0);
  if (first.length === 0) return [];
  // Half a day promised is a day on which something may still come.
  const most = Math.ceil(Math.max(...first.map(({ promised }) => promised)));
  const says = `follows when all is decided: whoever waits for no other task promises ${most} working days`;
  return documents.flatMap(({ mayFollow }, index) =>
    mayFollow === undefined || mayFollow.workingDays <= most
      ? []
      : [finding(`/documents/${index}/mayFollow`, 'late', says)],
  );
}

function oneByOne({ tasks, answers }: Procedure): Finding[] {
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
