// What a submission becomes: its own row, a case with its tasks, the files that are to come, and the events that tell.
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { SEALED_MORE_BYTES } from '../../domain/documents/limits.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Application } from '../../domain/submission/envelope.ts';
import { openingTasks, subjectOf } from '../cases/tasks.ts';
import type { OpenedCase, Task } from '../store/cases.ts';
import type { AwaitedDocument } from '../store/documents.ts';
import type { NewEvent } from '../store/events.ts';
import type { NewSubmission } from '../store/submissions.ts';
import { clockDoubt } from './clock-doubt.ts';
import type { ArrivedEntry } from './entry.ts';

/** The files that are to come, with their length as they travel. */
export function attachedIn({ documents }: Application): AwaitedDocument[] {
  return documents.flatMap((document) =>
    document.state === 'attached'
      ? [{ digest: document.digest, bytes: document.bytes + SEALED_MORE_BYTES }]
      : [],
  );
}

export function submissionOf(
  { item, kiosk }: ArrivedEntry,
  receivedAt: Date,
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

export function caseOf(
  { item, kiosk, prepared, application }: ArrivedEntry,
  receivedAt: Date,
  id: string,
): OpenedCase {
  const { header } = item.envelope;
  const answers = application.answers as JsonObject;
  const opened = {
    division: kiosk.division,
    id,
    submission: item.id,
    receiptNumber: header.receiptNumber,
    procedure: header.procedure,
    version: header.version,
    subject: subjectOf(prepared, answers),
    completedAt: header.completedAt,
    receivedAt: receivedAt.toISOString(),
  };
  return { case: opened, tasks: openingTasks(prepared, answers) };
}

export function eventsOf(submission: NewSubmission, caseId: string, tasks: Task[]): NewEvent[] {
  const common = { at: submission.receivedAt, caseId, kiosk: submission.kiosk };
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
