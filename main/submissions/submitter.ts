// Submission: number, seal and sign outside the transaction, then one transaction that puts everything down. Only after
// its commit is anybody told. One submitter in a process, one submission at a time: the sequence has no gaps.
import type { Strokes } from '../../domain/contract/signature.ts';
import type { Locale } from '../../domain/contract/text.ts';
import type { Place } from '../../domain/contract/views.ts';
import type { HeldNeed } from '../../domain/documents/holding.ts';
import { SEALED_MORE_BYTES } from '../../domain/documents/limits.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type {
  Application,
  Attended,
  EnvelopeHeader,
  HeldDocument,
  Source,
} from '../../domain/submission/envelope.ts';
import { receiptNumber } from '../../domain/submission/receipt-number.ts';
import { receiptQrBody, receiptQrText } from '../../domain/submission/receipt-qr.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { Clock } from '../../lib/clock.ts';
import { SUITE } from '../../lib/envelope-crypto.ts';
import { declarationHash, sealApplication, shownHash, type SealedApplication } from '../../lib/envelope.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { assemble, attachedIn, discardMade, type AttachedDocument } from '../documents/assemble.ts';
import type { DraftDocuments } from '../documents/draft-documents.ts';
import type { Vault } from '../documents/vault.ts';
import type { ApplicantIdentity } from '../sessions/applicant-identity.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import type { ClockGuard } from './clock-guard.ts';
import { paperOf } from './paper.ts';
import type { Storage } from './reserve.ts';
import { written } from './written.ts';

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
  /** Drawn on the screen; null: the applicant typed the name instead. */
  strokes: Strokes | null;
  /** How it was established who the applicant is, and what they agreed to. */
  identity: Pick<ApplicantIdentity, 'method' | 'consents'>;
  /** Answers that a card or a record gave. */
  sources: Source[];
  documents: HeldNeed[];
  /** What was handed in, with its keys. */
  gifts: DraftDocuments;
  /** The application this one mends, and the files the platform has of it; null: it is a new one. */
  mends: { receiptNumber: string; carried: readonly string[] } | null;
  /** Who helped, and what they entered; null: the applicant was alone. */
  attended: Attended | null;
}

export interface SubmitterParts {
  store: Store;
  enrolment: Enrolment;
  place: Place;
  key: SigningKey;
  storage: Storage;
  vault: Vault;
  guard: Pick<ClockGuard, 'isImpossible'>;
  clock: Clock;
  log: Log;
}

/** Why nothing was put down: the disk refused, or the date that would be on the receipt cannot be. */
export type NotSubmitted = 'not-saved' | 'clock-impossible';

export interface Submitter {
  /** Puts a finished application down, once. Its sequence; or why not, and then nothing was. */
  submit(finished: Finished): Promise<Result<number, NotSubmitted>>;
  /** Why nothing may be begun, as far as the submitter knows; null: it may. */
  closedBecause(): Promise<'clock-impossible' | null>;
}

export function createSubmitter(parts: SubmitterParts): Submitter {
  let last: Promise<unknown> = Promise.resolve();
  return {
    submit(finished) {
      const mine = last.then(() => submitAlone(parts, finished));
      last = mine.catch(() => undefined);
      return mine;
    },
    closedBecause: async () => ((await parts.guard.isImpossible()) ? 'clock-impossible' : null),
  };
}

async function submitAlone(parts: SubmitterParts, finished: Finished): Promise<Result<number, NotSubmitted>> {
  const { store, vault } = parts;
  const known = await store.submissions.byId(finished.id);
  if (known !== null) return ok(known.sequence);
  if (await parts.guard.isImpossible()) return fail('clock-impossible');
  const sequence = (await store.submissions.lastSequence()) + 1;
  const { gifts: documents, documents: needs, mends } = finished;
  const held = await written(parts, () =>
    assemble(vault, { documents, needs, carried: mends?.carried ?? [] }),
  );
  if (!held.ok) return held;
  const sealed = await seal(parts, finished, held.value, sequence);
  const down = await written(parts, () => putDown(parts, sealed));
  if (down.ok) return ok(sequence);
  await discardMade(vault, finished.gifts, held.value);
  return down;
}

interface Sealed extends SealedApplication {
  /** Files of this machine; what a correction carries over is with the platform. */
  attached: AttachedDocument[];
  header: EnvelopeHeader;
  signature: string;
  qr: string;
  paper: ReceiptPaper;
}

async function seal(
  parts: SubmitterParts,
  finished: Finished,
  held: HeldDocument[],
  sequence: number,
): Promise<Sealed> {
  const attached = attachedIn(held);
  const header = {
    ...headerOf(parts, finished, sequence, await parts.store.enrolment.clockOffset()),
    documents: attached.map(({ id, digest }) => ({ id, digest })),
  };
  const sealed = sealApplication(applicationOf(finished, held), header, parts.enrolment.sealingKey);
  const body = receiptQrBody({
    number: header.receiptNumber,
    kiosk: header.kiosk,
    at: finished.completedAt.getTime(),
    hash: sealed.contentHash.subarray(0, 16).toString('base64url'),
  });
  const qr = receiptQrText(body, parts.key.sign('receipt', Buffer.from(body)));
  return {
    ...sealed,
    attached: attached.filter(({ digest }) => finished.mends?.carried.includes(digest) !== true),
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

function applicationOf(finished: Finished, documents: HeldDocument[]): Application {
  return {
    format: 1,
    id: finished.id,
    startedAt: finished.startedAt.toISOString(),
    locale: finished.locale,
    identity: { method: finished.identity.method },
    answers: finished.answers,
    ...(finished.sources.length === 0 ? {} : { sources: finished.sources }),
    ...(finished.identity.consents.length === 0 ? {} : { consents: finished.identity.consents }),
    documents,
    ...(finished.attended === null ? {} : { attended: finished.attended }),
    ...(finished.mends === null ? {} : { corrects: finished.mends.receiptNumber }),
    declaration: {
      version: finished.procedure.declaration.version,
      hash: declarationHash(finished.procedure),
      name: finished.applicant,
    },
    signature: signatureOf(finished, documents),
  };
}

/** Bound to what was shown: the same strokes under other answers are no signature. */
function signatureOf(
  { strokes, procedure, answers }: Finished,
  documents: HeldDocument[],
): Application['signature'] {
  return strokes === null ? null : { strokes, shown: shownHash(procedure, answers, documents) };
}

async function putDown({ store, vault }: SubmitterParts, sealed: Sealed): Promise<void> {
  const { header, attached } = sealed;
  // The promise of the commit is theirs too: on the disk before anything refers to them.
  await vault.sync(attached.map(({ digest }) => digest));
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
    for (const { digest, bytes } of attached)
      await stores.documents.put({ sequence: header.sequence, digest, bytes: bytes + SEALED_MORE_BYTES });
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
    // What was kept of it at a counter has done its work.
    await stores.drafts.shred(header.id);
  });
}
