// Submission: number, seal and sign outside the transaction, then one transaction that puts everything down. Only after
// its commit is anybody told. One submitter in a process, one submission at a time: the sequence has no gaps.
import type { Locale } from '../../domain/contract/text.ts';
import type { Place } from '../../domain/contract/views.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Application, EnvelopeHeader } from '../../domain/submission/envelope.ts';
import { receiptNumber } from '../../domain/submission/receipt-number.ts';
import { receiptQrBody, receiptQrText } from '../../domain/submission/receipt-qr.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { Clock } from '../../lib/clock.ts';
import { SUITE } from '../../lib/envelope-crypto.ts';
import { declarationHash, sealApplication, type SealedApplication } from '../../lib/envelope.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import { paperOf } from './paper.ts';
import type { Storage } from './reserve.ts';

/** A citizen's finished application, checked. */
export interface Finished {
  /** The draft's id: it becomes the submission's, so that pressing twice submits once. */
  id: string;
  procedure: Procedure;
  startedAt: Date;
  completedAt: Date;
  locale: Locale;
  /** The paper is read by the eyes that read the screen. */
  largeType: boolean;
  answers: JsonObject;
  applicant: string;
  typedName: string;
  documents: NeededDocument[];
}

export interface SubmitterParts {
  store: Store;
  enrolment: Enrolment;
  place: Place;
  key: SigningKey;
  storage: Storage;
  clock: Clock;
  log: Log;
}

export interface Submitter {
  /** Puts a finished application down, once. Its sequence; or 'not-saved', and then nothing was. */
  submit(finished: Finished): Promise<Result<number, 'not-saved'>>;
}

export function createSubmitter(parts: SubmitterParts): Submitter {
  let last: Promise<unknown> = Promise.resolve();
  return {
    submit(finished) {
      const mine = last.then(() => submitAlone(parts, finished));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function submitAlone(parts: SubmitterParts, finished: Finished): Promise<Result<number, 'not-saved'>> {
  const { store, storage, log } = parts;
  const known = await store.submissions.byId(finished.id);
  if (known !== null) return ok(known.sequence);
  const sequence = (await store.submissions.lastSequence()) + 1;
  const sealed = await seal(parts, finished, sequence);
  try {
    await putDown(parts, sealed);
  } catch (error) {
    log.unexpected('submission not saved', error);
    if (!isDiskFull(error)) return fail('not-saved');
    await storage.releaseReserve();
    try {
      await putDown(parts, sealed);
    } catch (again) {
      log.unexpected('submission not saved from the reserve', again);
      return fail('not-saved');
    }
  }
  return ok(sequence);
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === 'SQLITE_FULL' || code === 'SQLITE_IOERR' || code === 'ENOSPC';
}

interface Sealed extends SealedApplication {
  header: EnvelopeHeader;
  signature: string;
  qr: string;
  paper: ReceiptPaper;
}

async function seal(parts: SubmitterParts, finished: Finished, sequence: number): Promise<Sealed> {
  const header = headerOf(parts, finished, sequence, await parts.store.enrolment.clockOffset());
  const sealed = sealApplication(applicationOf(finished), header, parts.enrolment.sealingKey);
  const body = receiptQrBody({
    number: header.receiptNumber,
    kiosk: header.kiosk,
    at: finished.completedAt.getTime(),
    hash: sealed.contentHash.subarray(0, 16).toString('base64url'),
  });
  const qr = receiptQrText(body, parts.key.sign('receipt', Buffer.from(body)));
  return {
    ...sealed,
    header,
    signature: parts.key.sign('submission', sealed.bytes),
    qr,
    paper: paperOf(finished, parts.place, header.receiptNumber, qr),
  };
}

function headerOf(
  { enrolment, clock }: SubmitterParts,
  { id, procedure, completedAt }: Finished,
  sequence: number,
  clockOffsetMs: number | null,
): EnvelopeHeader {
  const { division, code, generation } = enrolment;
  return {
    format: 1,
    suite: SUITE,
    sealedTo: enrolment.sealingKeyId,
    id,
    kiosk: enrolment.kiosk,
    sequence,
    procedure: procedure.id,
    version: procedure.version,
    receiptNumber: receiptNumber({ division, kiosk: code, generation, sequence }),
    completedAt: completedAt.toISOString(),
    monotonicMs: clock.monotonicMs(),
    clockOffsetMs,
    documents: [],
  };
}

function applicationOf(finished: Finished): Application {
  return {
    format: 1,
    id: finished.id,
    startedAt: finished.startedAt.toISOString(),
    locale: finished.locale,
    identity: { method: 'typed' },
    answers: finished.answers,
    documents: finished.documents.map(({ id, rule, dueOn }) => ({ id, rule, state: 'to-follow', dueOn })),
    declaration: {
      version: finished.procedure.declaration.version,
      hash: declarationHash(finished.procedure),
      typedName: finished.typedName,
    },
    signature: null,
  };
}

async function putDown({ store }: SubmitterParts, sealed: Sealed): Promise<void> {
  const { header } = sealed;
  await store.transaction(async (stores) => {
    await stores.submissions.put({
      sequence: header.sequence,
      id: header.id,
      receiptNumber: header.receiptNumber,
      procedure: header.procedure,
      procedureVersion: header.version,
      completedAt: header.completedAt,
      contentHash: sealed.contentHash,
      envelope: sealed.bytes,
      signature: sealed.signature,
    });
    await stores.receipts.put({
      sequence: header.sequence,
      number: header.receiptNumber,
      qr: sealed.qr,
      paper: sealed.paper,
    });
    await stores.journal.append(header.completedAt, 'submitted', {
      sequence: header.sequence,
      contentHash: sealed.contentHash.toString('hex'),
    });
    await stores.printJobs.add(header.sequence, header.completedAt);
  });
}
