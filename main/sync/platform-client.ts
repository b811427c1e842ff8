// The only place where the kiosk talks to the platform. Whatever is not signed by the pinned platform key is no answer
// at all: a café's login page says 200 too.
import {
  casePaths,
  CasesOf,
  CaseStatus,
  Loan,
  type LoanRequest,
  type Proof,
} from '../../domain/contract/case-api.ts';
import { RatingAnswers, RATINGS_PATH, type RatingItem } from '../../domain/contract/rating-api.ts';
import {
  AcknowledgementBatch,
  DocumentStatus,
  Enrolled,
  HelpHeard,
  KioskKeys,
  LentRecord,
  MEDIA_TYPE,
  platformPaths,
  PlatformTime,
  SignedStaffList,
  type EnrolmentRequest,
  type RecordRequest,
  type SubmissionItem,
} from '../../domain/contract/platform-api.ts';
import { Refusal, type RefusalCode } from '../../domain/contract/refusals.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { nonceOf, signRequest, verifyResponse } from '../../lib/http-signature.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';

/** Why there is no answer. `refused` carries the platform's own code. */
export type Trouble =
  | { kind: 'no-network' }
  | { kind: 'wrong-server' }
  | { kind: 'busy'; retryAfterMs: number | null }
  | { kind: 'not-authorised' }
  | { kind: 'refused'; code: RefusalCode };

export interface PlatformClient {
  send(items: SubmissionItem[]): Promise<Result<AcknowledgementBatch, Trouble>>;
  time(): Promise<Result<PlatformTime, Trouble>>;
  /** `proof`: what the person holds besides the number, or null. */
  caseStatus(receiptNumber: string, proof: Proof | null): Promise<Result<CaseStatus, Trouble>>;
  /** The cases of a person whose card was read just now. */
  casesOf(identityNumber: string): Promise<Result<CasesOf, Trouble>>;
  /** The answers of a returned case, to be mended here. */
  borrow(request: LoanRequest): Promise<Result<Loan, Trouble>>;
  rate(items: RatingItem[]): Promise<Result<RatingAnswers, Trouble>>;
  kioskKeys(): Promise<Result<KioskKeys, Trouble>>;
  /** Asks for a person to come to this kiosk. */
  callHelp(): Promise<Result<HelpHeard, Trouble>>;
  /** Asks for a record; a person waits for the answer, and not for long. */
  record(request: RecordRequest): Promise<Result<LentRecord, Trouble>>;
  /** Who may sign in at this kiosk, as the platform signed it. */
  staffList(): Promise<Result<SignedStaffList, Trouble>>;
  /** Whether the platform has all of a document, in its own word. */
  documentStatus(digest: string): Promise<Result<DocumentStatus, Trouble>>;
  /** Breaks off what is under way; nothing can be asked afterwards. */
  close(): void;
}

export interface PlatformClientParts {
  url: string;
  /** SPKI, base64: the key pinned at enrolment. */
  platformKey: string;
  kiosk: string;
  key: SigningKey;
  clock: Clock;
  timeoutMs: number;
  /** Platform's clock minus ours, as last seen: a machine whose clock is wrong can still sign in time. */
  clockOffsetMs: () => Promise<number | null>;
}

/** How long somebody at the machine waits for a record before they fill it in themselves. */
const RECORD_AT_MOST_MS = 3000;

/** More than this is not one of our answers. */
const ANSWER_BYTES = 4_000_000;

const isAcknowledgementBatch = compile(AcknowledgementBatch);
const isPlatformTime = compile(PlatformTime);
const isCaseStatus = compile(CaseStatus);
const isCasesOf = compile(CasesOf);
const isLoan = compile(Loan);
const isRatingAnswers = compile(RatingAnswers);
const areKioskKeys = compile(KioskKeys);
const isDocumentStatus = compile(DocumentStatus);
const isHelpHeard = compile(HelpHeard);
const isSignedStaffList = compile(SignedStaffList);
const isEnrolled = compile(Enrolled);
const isLentRecord = compile(LentRecord);
const isRefusal = compile(Refusal);

export function createPlatformClient(parts: PlatformClientParts): PlatformClient {
  const closing = new AbortController();

  async function ask<T>(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    is: (value: unknown) => value is T,
    timeoutMs = parts.timeoutMs,
  ): Promise<Result<T, Trouble>> {
    const answer = await exchange(
      { ...parts, timeoutMs, closing: closing.signal },
      method,
      path,
      body,
      () => parts.platformKey,
    );
    if (!answer.ok) return answer;
    return is(answer.value) ? ok(answer.value) : fail({ kind: 'wrong-server' });
  }

  return {
    send: (items) => ask('POST', platformPaths.submissions, { items }, isAcknowledgementBatch),
    time: () => ask('GET', platformPaths.time, null, isPlatformTime),
    caseStatus: (number, proof) =>
      proof === null
        ? ask('GET', `${platformPaths.case}/${encodeURIComponent(number)}`, null, isCaseStatus)
        : ask('POST', casePaths.status, { number, proof }, isCaseStatus),
    casesOf: (number) => ask('POST', casePaths.byPerson, { method: 'id-card', number }, isCasesOf),
    borrow: (request) => ask('POST', casePaths.loans, request, isLoan),
    rate: (items) => ask('POST', RATINGS_PATH, { items }, isRatingAnswers),
    kioskKeys: () => ask('GET', platformPaths.kioskKeys, null, areKioskKeys),
    record: (request) => ask('POST', platformPaths.records, request, isLentRecord, RECORD_AT_MOST_MS),
    callHelp: () => ask('POST', platformPaths.helpCalls, {}, isHelpHeard),
    staffList: () => ask('GET', platformPaths.staff, null, isSignedStaffList),
    documentStatus: (digest) => ask('GET', `${platformPaths.documents}/${digest}`, null, isDocumentStatus),
    close: () => closing.abort(),
  };
}

/**
 * Enrols with a one-time code. The platform's key is not known yet: `isExpectedKey` holds the key in the answer
 * against the fingerprint that IT staff typed with the code.
 */
export async function enrolAt(
  url: string,
  request: EnrolmentRequest,
  key: SigningKey,
  clock: Clock,
  isExpectedKey: (publicKey: string) => boolean,
): Promise<Result<Enrolled, Trouble>> {
  // A refusal cannot be checked before the key is known; it changes nothing, it is only told.
  const parts = {
    url,
    kiosk: key.fingerprint,
    key,
    clock,
    timeoutMs: 20_000,
    clockOffsetMs: async () => null,
  };
  const answer = await exchange(
    { ...parts, tellsUnsignedRefusals: true },
    'POST',
    platformPaths.enrol,
    request,
    (value) => (isEnrolled(value) && isExpectedKey(value.signingKey) ? value.signingKey : null),
  );
  if (!answer.ok) return answer;
  return isEnrolled(answer.value) ? ok(answer.value) : fail({ kind: 'wrong-server' });
}

type Exchange = Omit<PlatformClientParts, 'platformKey'> & {
  tellsUnsignedRefusals?: boolean;
  closing?: AbortSignal;
};

async function exchange(
  parts: Exchange,
  method: 'GET' | 'POST',
  path: string,
  content: unknown,
  keyFor: (answer: unknown) => string | null,
): Promise<Result<unknown, Trouble>> {
  const body = content === null ? null : Buffer.from(JSON.stringify(content));
  const contentType = body === null ? null : MEDIA_TYPE;
  const url = new URL(path, parts.url).href;
  const at = new Date(parts.clock.now().getTime() + ((await parts.clockOffsetMs()) ?? 0));
  const signed = await signRequest({ method, url, body, contentType }, parts.kiosk, parts.key, at);
  const response = await reach(url, {
    method,
    headers: {
      accept: MEDIA_TYPE,
      ...(contentType === null ? {} : { 'content-type': contentType }),
      ...signed,
    },
    body: body === null ? null : new Uint8Array(body),
    redirect: 'manual',
    signal: AbortSignal.any([
      AbortSignal.timeout(parts.timeoutMs),
      ...(parts.closing ? [parts.closing] : []),
    ]),
  });
  if (response === null) return fail({ kind: 'no-network' });
  const value = parse(response.body);
  if (parts.tellsUnsignedRefusals === true && isRefusal(value))
    return fail({ kind: 'refused', code: value.code });
  return understand(response, value, nonceOf(signed), keyFor(value));
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** null: nobody answered, or not to the end. */
export async function reach(url: string, request: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(url, request);
    const body = await readLimited(response);
    return body === null
      ? null
      : { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch {
    // Refused, unresolved, timed out, cut off in the middle: all of it is "no network" to the queue.
    return null;
  }
}

async function readLimited(response: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function understand(
  answer: Answer,
  value: unknown,
  nonce: string | null,
  key: string | null,
): Promise<Result<unknown, Trouble>> {
  const isOurs =
    key !== null &&
    answer.headers['content-type']?.split(';')[0] === MEDIA_TYPE &&
    (await verifyResponse(answer, nonce, key));
  // An overloaded proxy in front of the platform cannot sign; its 503 moves no submission, it only asks for patience.
  if (!isOurs) return fail(isBusy(answer.status) ? busyIn(answer) : { kind: 'wrong-server' });
  if (answer.status === 200 || answer.status === 201) return ok(value);
  if (isBusy(answer.status)) return fail(busyIn(answer));
  if (answer.status === 401 || answer.status === 403) return fail({ kind: 'not-authorised' });
  return fail(isRefusal(value) ? { kind: 'refused', code: value.code } : { kind: 'wrong-server' });
}

export function isBusy(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

export function busyIn({ headers }: Pick<Answer, 'headers'>): Trouble {
  const seconds = Number(headers['retry-after']);
  return { kind: 'busy', retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
