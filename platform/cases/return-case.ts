// Returning a case for correction: one notice that names everything, held against the procedure and the answers it is
// about. The words stand in the notice; the event says places and numbers only, for feeds hold nothing about people.
import { documentNamed, type Reasons } from '../../domain/correction/reasons.ts';
import { isRepeatPage } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Case, KnownTask } from '../store/cases.ts';
import type { Store, Stores } from '../store/store.ts';
import { openCurrent, type OpenedCase, type OpenParts } from './open-application.ts';
import { stateAfter } from './transitions.ts';

export type ReturnFault =
  | { because: 'unreadable' }
  | { because: 'not-asked'; at: string }
  | { because: 'named-twice'; at: string }
  | { because: 'no-such-task'; task: string }
  | { because: 'wrong-state'; task: string; state: KnownTask['state'] };

export interface Returned {
  task: string;
  /** The how-manieth notice of this case: a second one is a finding about the first. */
  notice: number;
}

/** `task`: its name in the procedure; null: the first one, which the others wait for. */
export async function returnCase(
  store: Store,
  parts: OpenParts,
  found: Case,
  reasons: Reasons,
  task: string | null,
  at: string,
): Promise<Result<Returned, ReturnFault>> {
  const opened = await openCurrent(found, store, parts);
  if (opened === null) return fail({ because: 'unreadable' });
  const fault = faultIn(reasons, opened);
  if (fault !== null) return fail(fault);
  return store.transaction((stores) => putDown(stores, found.id, reasons, task, at));
}

function faultIn(reasons: Reasons, { walked, application }: OpenedCase): ReturnFault | null {
  const lists = walked.pages.filter(isRepeatPage).map(({ repeat }) => repeat);
  const asked = new Set([...walked.questions.map(({ at }) => at), ...lists]);
  const documents = new Set(application.documents.map(({ id }) => id));
  for (const [index, { at }] of reasons.entries()) {
    const document = documentNamed(at);
    const isThere = document === null ? asked.has(at) : documents.has(document);
    if (!isThere) return { because: 'not-asked', at };
    if (reasons.findIndex((other) => other.at === at) !== index) return { because: 'named-twice', at };
  }
  return null;
}

async function putDown(
  stores: Stores,
  id: string,
  reasons: Reasons,
  named: string | null,
  at: string,
): Promise<Result<Returned, ReturnFault>> {
  const found = await stores.cases.byId(id);
  const task = found?.tasks.find((one) => named === null || one.id === named);
  if (found === null || task === undefined) return fail({ because: 'no-such-task', task: named ?? '' });
  const next = stateAfter(task.state, 'return');
  if (next === null || !(await stores.cases.moveTask(found, task, next, at)))
    return fail({ because: 'wrong-state', task: task.id, state: task.state });
  const notice = (await stores.returns.ofCase(found)).length + 1;
  await stores.returns.add(found, { notice, task: task.id, at, reasons });
  const body = { task: task.id, notice, from: task.state, places: reasons.map((reason) => reason.at) };
  await stores.events.append(found.division, [
    { kind: 'task-returned', at, caseId: found.id, kiosk: null, body },
  ]);
  return ok({ task: task.id, notice });
}
