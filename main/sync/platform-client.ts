// What the kiosk asks the platform, and the shape of what it is answered.
import {
  casePaths,
  CasesOf,
  CaseStatus,
  Loan,
  type LoanRequest,
  type Proof,
} from '../../domain/contract/case-api.ts';
import { KEY_RENEWAL_PATH, KeyRenewed, type KeyRenewal } from '../../domain/contract/key-api.ts';
import { News, NEWS_PATH } from '../../domain/contract/news-api.ts';
import { Piece, PIECES_PATH } from '../../domain/contract/procedure-news.ts';
import { RatingAnswers, RATINGS_PATH, type RatingItem } from '../../domain/contract/rating-api.ts';
import {
  AcknowledgementBatch,
  DocumentStatus,
  Enrolled,
  HelpHeard,
  KioskKeys,
  LentRecord,
  platformPaths,
  PlatformTime,
  SignedStaffList,
  type EnrolmentRequest,
  type RecordRequest,
  type SubmissionItem,
} from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import { exchange, type ExchangeParts } from './exchange.ts';
import type { Trouble } from './reach.ts';

export type { Trouble };

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
  /** Asks for another key of this kiosk, with the one in force. */
  renewKey(renewal: KeyRenewal): Promise<Result<KeyRenewed, Trouble>>;
  /** What the platform tells its kiosks behind a cursor; held up to `wait` seconds while there is nothing. */
  news(asked: { after: number; last: number; wait: number }): Promise<Result<News, Trouble>>;
  /** One piece of a procedure that the platform told of. */
  piece(hash: string): Promise<Result<Piece, Trouble>>;
  /** Breaks off what is under way; nothing can be asked afterwards. */
  close(): void;
}

export type PlatformClientParts = ExchangeParts;

/** How long somebody at the machine waits for a record before they fill it in themselves. */
const RECORD_AT_MOST_MS = 3000;
/** A large catalogue is a megabyte, and nobody waits for it. */
const PIECE_AT_MOST_MS = 180_000;

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
const isKeyRenewed = compile(KeyRenewed);
const isNews = compile(News);
const isPiece = compile(Piece);
const isEnrolled = compile(Enrolled);
const isLentRecord = compile(LentRecord);

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
    renewKey: (renewal) => ask('POST', KEY_RENEWAL_PATH, renewal, isKeyRenewed),
    news: ({ after, last, wait }) =>
      ask(
        'GET',
        `${NEWS_PATH}?after=${after}&last=${last}&wait=${wait}`,
        null,
        isNews,
        parts.timeoutMs + wait * 1000,
      ),
    piece: (hash) => ask('GET', `${PIECES_PATH}/${hash}`, null, isPiece, PIECE_AT_MOST_MS),
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
