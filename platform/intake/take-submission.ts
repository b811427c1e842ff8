// The one transaction that makes a case of a submission. Nothing is answered before its commit.
import type { RefusedBecause, SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { SEALED_MORE_BYTES } from '../../domain/documents/limits.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Application } from '../../domain/submission/envelope.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { caseMended, correct, notePerson, type Mended } from '../cases/correct.ts';
import type { OpenParts } from '../cases/open-application.ts';
import type { PersonHash } from '../cases/person-hash.ts';
import { openingTasks, subjectOf } from '../cases/tasks.ts';
import { uuidv7 } from '../ids.ts';
import type { AwaitedDocument } from '../store/documents.ts';
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
  | { state: 'refused'; because: RefusedBecause };

export interface TakeParts extends OpenParts {
  store: Store;
  signingKey: SigningKey;
  personHash: PersonHash;
}

/** Puts a judged submission down with its case, tasks and events; or says why it cannot. */
export function takeSubmission(parts: TakeParts, arrived: Arrived): Promise<Taken> {
  const { kiosk, item, receivedAt } = arrived;
  const { sequence } = item.envelope.header;
  return parts.store.transaction(async (stores): Promise<Taken> => {
    const held = await stores.kiosks.holdGapFreeUpTo(kiosk, receivedAt.toISOString());
    const known = await stores.submissions.byId(kiosk.division, item.id);
    if (known !== null) return { state: 'known', known };
    if (await stores.submissions.isSequenceTaken(kiosk.division, kiosk.id, sequence))
      return { state: 'refused', because: 'sequence-taken' };
    const mended = await mendedBy(stores, arrived, parts);
    if (mended !== null && !mended.ok) return { state: 'refused', because: mended.error };
    if (await namesForeignFile(stores, arrived, mended?.value ?? null))
      return { state: 'refused', because: 'malformed' };
    const gapFreeUpTo = await gapFreeWith(stores, kiosk, held, sequence);
    const acknowledgement = await putDown(stores, parts, arrived, mended?.value ?? null, gapFreeUpTo);
    return { state: 'taken', acknowledgement };
  });
}

/** A file belongs to one document of one case: its key is nowhere else. A correction hands in again what is there. */
async function namesForeignFile(
  stores: Stores,
  { application }: Arrived,
  mended: Mended | null,
): Promise<boolean> {
  const digests = attachedIn(application).map(({ digest }) => digest);
  if (new Set(digests).size < digests.length) return true;
  for (const digest of digests) {
    const known = await stores.documents.byDigest(digest);
    if (known !== null && known.caseId !== mended?.found.id) return true;
  }
  return false;
}

/** The case that is mended by this; null: it opens one of its own. */
async function mendedBy(
  stores: Stores,
  arrived: Arrived,
  parts: OpenParts,
): Promise<Awaited<ReturnType<typeof caseMended>> | null> {
  if (arrived.application.corrects === undefined) return null;
  return caseMended(stores, arrived, arrived.kiosk.id, arrived.item.envelope.header.completedAt, parts);
}

/** The highest gap-free sequence once this one is held too. */
async function gapFreeWith(stores: Stores, kiosk: Kiosk, held: number, sequence: number): Promise<number> {
  if (sequence !== held + 1) return held;
  return stores.submissions.endOfRun(kiosk.division, kiosk.id, sequence);
}

async function putDown(
  stores: Stores,
  parts: TakeParts,
  arrived: Arrived,
  mended: Mended | null,
  gapFreeUpTo: number,
): Promise<SignedAcknowledgement> {
  const { kiosk, item, receivedAt } = arrived;
  const opened = caseOf(arrived);
  const acknowledgement = signAcknowledgement(parts.signingKey, item, {
    result: 'taken',
    because: null,
    case: mended?.found.id ?? opened.id,
    receivedAt: receivedAt.toISOString(),
    gapFreeUpTo,
  });
  const submission = submissionOf(arrived, acknowledgement);
  await stores.submissions.put(submission);
  await stores.kiosks.setGapFreeUpTo(kiosk, gapFreeUpTo);
  if (mended === null) await openCase(stores, parts, arrived, opened, submission);
  else {
    const number = opened.receiptNumber;
    const events = await correct(stores, mended, arrived, submission, number, parts.personHash);
    await expectDocuments(stores, submission, mended.found, arrived.application);
    await stores.events.append(mended.found.division, events);
  }
  return acknowledgement;
}

async function expectDocuments(
  stores: Stores,
  { division, id }: NewSubmission,
  owner: Pick<NewCase, 'division' | 'id'>,
  application: Application,
): Promise<void> {
  const whose = { division, submission: id, caseDivision: owner.division, caseId: owner.id };
  await stores.documents.expect(whose, await newFiles(stores, attachedIn(application)));
}

async function newFiles(stores: Stores, named: AwaitedDocument[]): Promise<AwaitedDocument[]> {
  const files: AwaitedDocument[] = [];
  for (const file of named) if ((await stores.documents.byDigest(file.digest)) === null) files.push(file);
  return files;
}

/** The files that are to come, with their length as they travel. */
function attachedIn({ documents }: Application): AwaitedDocument[] {
  return documents.flatMap((document) =>
    document.state === 'attached'
      ? [{ digest: document.digest, bytes: document.bytes + SEALED_MORE_BYTES }]
      : [],
  );
}

async function openCase(
  stores: Stores,
  { personHash }: TakeParts,
  { kiosk, prepared, application }: Arrived,
  opened: NewCase,
  submission: NewSubmission,
): Promise<void> {
  const answers = application.answers as JsonObject;
  const tasks = openingTasks(prepared, answers);
  await stores.cases.open(opened, tasks);
  await expectDocuments(stores, submission, opened, application);
  await notePerson(stores, opened, prepared, answers, personHash);
  await stores.events.append(kiosk.division, eventsOf(submission, opened, tasks));
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
