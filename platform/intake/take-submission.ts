// The one transaction that makes a case of a submission. Nothing is answered before its commit.
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { openingTasks, subjectOf } from '../cases/tasks.ts';
import { uuidv7 } from '../ids.ts';
import type { NewCase, Task } from '../store/cases.ts';
import type { NewEvent } from '../store/events.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store, Stores } from '../store/store.ts';
import type { NewSubmission, TakenSubmission } from '../store/submissions.ts';
import { signAcknowledgement } from './acknowledgement.ts';
import { clockDoubt } from './clock-doubt.ts';
import type { Judged } from './judge.ts';
import type { ReadItem } from './read-item.ts';

export interface Arrived extends Judged {
  item: ReadItem;
  kiosk: Kiosk;
  receivedAt: Date;
}

export type Taken =
  | { state: 'taken'; acknowledgement: SignedAcknowledgement }
  /** Somebody was quicker with the same id. */
  | { state: 'known'; known: TakenSubmission }
  | { state: 'sequence-taken' };

/** Puts a judged submission down with its case, tasks and events; or says why it cannot. */
export function takeSubmission(store: Store, key: SigningKey, arrived: Arrived): Promise<Taken> {
  const { kiosk, item, receivedAt } = arrived;
  const { sequence } = item.envelope.header;
  return store.transaction(async (stores): Promise<Taken> => {
    const held = await stores.kiosks.holdGapFreeUpTo(kiosk, receivedAt.toISOString());
    const known = await stores.submissions.byId(kiosk.division, item.id);
    if (known !== null) return { state: 'known', known };
    if (await stores.submissions.isSequenceTaken(kiosk.division, kiosk.id, sequence))
      return { state: 'sequence-taken' };
    const gapFreeUpTo = await gapFreeWith(stores, kiosk, held, sequence);
    return { state: 'taken', acknowledgement: await putDown(stores, key, arrived, gapFreeUpTo) };
  });
}

/** The highest gap-free sequence once this one is held too. */
async function gapFreeWith(stores: Stores, kiosk: Kiosk, held: number, sequence: number): Promise<number> {
  if (sequence !== held + 1) return held;
  return stores.submissions.endOfRun(kiosk.division, kiosk.id, sequence);
}

async function putDown(
  stores: Stores,
  key: SigningKey,
  arrived: Arrived,
  gapFreeUpTo: number,
): Promise<SignedAcknowledgement> {
  const { kiosk, item, prepared, application, receivedAt } = arrived;
  const opened = caseOf(arrived);
  const acknowledgement = signAcknowledgement(key, item, {
    result: 'taken',
    because: null,
    case: opened.id,
    receivedAt: receivedAt.toISOString(),
    gapFreeUpTo,
  });
  const submission = submissionOf(arrived, acknowledgement);
  const tasks = openingTasks(prepared, application.answers as JsonObject);
  await stores.submissions.put(submission);
  await stores.kiosks.setGapFreeUpTo(kiosk, gapFreeUpTo);
  await stores.cases.open(opened, tasks);
  await stores.events.append(kiosk.division, eventsOf(submission, opened, tasks));
  return acknowledgement;
}

function submissionOf(
  { item, kiosk, receivedAt }: Arrived,
  acknowledgement: SignedAcknowledgement,
): NewSubmission {
  const { header } = item.envelope;
  const completedAt = new Date(header.completedAt);
  return {
    division: kiosk.division,
    id: item.id,
    kiosk: kiosk.id,
    sequence: header.sequence,
    procedure: header.procedure,
    version: header.version,
    completedAt: header.completedAt,
    receivedAt: receivedAt.toISOString(),
    clockDoubt: clockDoubt(completedAt, header.clockOffsetMs, receivedAt, new Date(kiosk.enrolledAt)),
    contentHash: item.contentHash,
    envelope: item.bytes,
    signature: item.signature,
    acknowledgement,
  };
}

function caseOf({ item, kiosk, prepared, application, receivedAt }: Arrived): NewCase {
  const { header } = item.envelope;
  return {
    division: kiosk.division,
    id: uuidv7(receivedAt),
    submission: item.id,
    receiptNumber: header.receiptNumber,
    procedure: header.procedure,
    version: header.version,
    subject: subjectOf(prepared, application.answers as JsonObject),
    completedAt: header.completedAt,
    receivedAt: receivedAt.toISOString(),
  };
}

function eventsOf(submission: NewSubmission, opened: NewCase, tasks: Task[]): NewEvent[] {
  const common = { at: submission.receivedAt, caseId: opened.id, kiosk: submission.kiosk };
  const { id, sequence, procedure, version, contentHash, completedAt, clockDoubt: doubt } = submission;
  const body = { submission: id, sequence, procedure, version, completedAt, clockDoubt: doubt };
  return [
    { ...common, kind: 'case-opened', body: { ...body, contentHash: contentHash.toString('hex') } },
    ...tasks.map(({ id: task, department, state }): NewEvent => ({
      ...common,
      kind: 'task-opened',
      body: { task, department, state },
    })),
  ];
}
