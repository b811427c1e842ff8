// A correction: a submission that mends a returned case instead of opening one. It is taken only for answers that were
// lent for it, only where the notice named them, and only once.
import type { RefusedBecause } from '../../domain/contract/platform-api.ts';
import { changedOutside, documentsOutside } from '../../domain/correction/changes.ts';
import { documentsNamed, placesNamed } from '../../domain/correction/reasons.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { isTrustFounded } from '../../domain/staff/agree.ts';
import { dayInCity } from '../../lib/clock.ts';
import type { Judged } from '../intake/judge.ts';
import type { Case } from '../store/cases.ts';
import type { NewEvent } from '../store/events.ts';
import type { Loan } from '../store/returns.ts';
import type { Stores } from '../store/store.ts';
import type { NewSubmission } from '../store/submissions.ts';
import { findCase } from './find-case.ts';
import { openCurrent, type OpenParts } from './open-application.ts';
import type { PersonHash } from './person-hash.ts';
import { openingTasks, subjectOf } from './tasks.ts';
import { stateAfter } from './transitions.ts';

export interface Mended {
  found: Case;
  loan: Loan;
}

type Refused = Extract<RefusedBecause, `correction-${string}` | 'attended-wrong'>;

/** The case that this correction mends, or why it mends none. Reads inside the transaction that will take it. */
export async function caseMended(
  stores: Stores,
  { application, prepared }: Judged,
  kiosk: string,
  completedAt: string,
  parts: OpenParts,
): Promise<Result<Mended, Refused>> {
  const loan = await stores.returns.loan(application.id);
  const found = application.corrects === undefined ? null : await findCase(stores, application.corrects);
  if (loan === null || found === null || loan.caseId !== found.id || loan.kiosk !== kiosk)
    return fail('correction-unknown');
  const notices = (await stores.returns.ofCase(found)).filter(({ notice }) => loan.notices.includes(notice));
  if (notices.some(({ mendedAt }) => mendedAt !== null)) return fail('correction-late');
  const before = await openCurrent(found, stores, parts);
  const isSameMatter =
    prepared.procedure.id === found.procedure && prepared.procedure.version === found.version;
  if (before === null || !isSameMatter) return fail('correction-unknown');
  const reasons = notices.flatMap((notice) => notice.reasons);
  const mending = { before: before.application.answers as JsonObject, named: placesNamed(reasons) };
  const today = dayInCity(new Date(completedAt));
  const outside = changedOutside(prepared, mending, application.answers as JsonObject, today);
  const others = documentsOutside(
    before.application.documents,
    application.documents,
    documentsNamed(reasons),
  );
  if (outside.length + others.length > 0) return fail('correction-outside');
  return isTrustFounded(application, before.application.documents)
    ? ok({ found, loan })
    : fail('attended-wrong');
}

/** Replaces the answers of the case, and gives its departments back what they returned. Returns what to tell. */
export async function correct(
  stores: Stores,
  { found, loan }: Mended,
  { application, prepared }: Judged,
  submission: NewSubmission,
  receiptNumber: string,
  personHash: PersonHash,
): Promise<NewEvent[]> {
  const at = submission.receivedAt;
  await stores.returns.mend(found, loan.notices, at);
  await stores.returns.addCorrection({
    division: found.division,
    caseId: found.id,
    submissionDivision: submission.division,
    submission: submission.id,
    receiptNumber,
    completedAt: submission.completedAt,
    receivedAt: at,
  });
  const answers = application.answers as JsonObject;
  await stores.cases.setSubject(found, subjectOf(prepared, answers));
  await notePerson(stores, found, prepared, answers, personHash);
  const moved = await moveTasks(stores, found, loan, at);
  const changed = await changeTasks(stores, found, openingTasks(prepared, answers), at);
  const common = { at, caseId: found.id, kiosk: submission.kiosk };
  const body = {
    submission: submission.id,
    receiptNumber,
    notices: loan.notices,
    tasks: moved,
    contentHash: submission.contentHash.toString('hex'),
  };
  return [{ ...common, kind: 'corrected', body }, ...changed.map((event) => ({ ...common, ...event }))];
}

async function moveTasks(stores: Stores, found: Case, { notices }: Loan, at: string): Promise<string[]> {
  const mended = (await stores.returns.ofCase(found)).filter(({ notice }) => notices.includes(notice));
  const moved: string[] = [];
  for (const task of found.tasks.filter(({ id }) => mended.some((notice) => notice.task === id))) {
    const next = stateAfter(task.state, 'correct');
    if (next !== null && (await stores.cases.moveTask(found, task, next, at))) moved.push(task.id);
  }
  return moved;
}

const NOT_BEGUN = ['waiting-for-another', 'waiting-for-acceptance'];

/** Mended answers may call for other tasks. One that somebody has begun or returned stays, whatever they say. */
async function changeTasks(
  stores: Stores,
  found: Case,
  needed: ReturnType<typeof openingTasks>,
  at: string,
): Promise<Pick<NewEvent, 'kind' | 'body'>[]> {
  const added = needed.filter(({ id }) => !found.tasks.some((task) => task.id === id));
  const dropped = found.tasks.filter(
    ({ id, state }) => NOT_BEGUN.includes(state) && !needed.some((task) => task.id === id),
  );
  await stores.cases.addTasks(found, added, at);
  for (const { id } of dropped) await stores.cases.dropTask(found, id);
  return [
    ...added.map(({ id, department, state }) => ({
      kind: 'task-opened' as const,
      body: { task: id, department, state },
    })),
    ...dropped.map(({ id }) => ({ kind: 'task-dropped' as const, body: { task: id } })),
  ];
}

/** Notes whose case it is, by the applicant's identity number among the answers. */
export async function notePerson(
  stores: Pick<Stores, 'people'>,
  { division, id }: Pick<Case, 'division' | 'id'>,
  { procedure }: Judged['prepared'],
  answers: JsonObject,
  personHash: PersonHash,
): Promise<void> {
  const person = personOf(procedure, answers, personHash);
  if (person !== null) await stores.people.put(division, id, person);
}

/** Whose answers these are; null: no identity number is among them. */
export function personOf(
  { identity }: Judged['prepared']['procedure'],
  answers: JsonObject,
  personHash: PersonHash,
): string | null {
  const number = valueAt(answers, identity.number);
  return typeof number === 'string' ? personHash(number) : null;
}
