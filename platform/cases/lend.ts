// Lends the answers of a returned case to the kiosk where its applicant stands, to be mended there. It takes the receipt
// or the card, and the applicant's identity number once more: a receipt that was found opens nothing.
import { timingSafeEqual } from 'node:crypto';
import type { Loan, LoanRequest } from '../../domain/contract/case-api.ts';
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import { valueAt } from '../../domain/procedure/pointer.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Case } from '../store/cases.ts';
import type { NewEvent } from '../store/events.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Notice } from '../store/returns.ts';
import type { Store, Stores } from '../store/store.ts';
import { findCase } from './find-case.ts';
import { openCurrent, type OpenedCase, type OpenParts } from './open-application.ts';
import type { PersonHash } from './person-hash.ts';
import { isProven } from './proof.ts';

export interface LendParts extends OpenParts {
  store: Store;
  personHash: PersonHash;
}

/** Wrong identity numbers for one case, since its last notice; then only staff can help. */
const TRIES = 5;
const EVENTS_SEEN = 1000;

export async function lend(
  parts: LendParts,
  kiosk: Kiosk,
  request: LoanRequest,
  at: string,
): Promise<Result<Loan, RefusalCode>> {
  const { store } = parts;
  const found = await findCase(store, request.number);
  if (found === null) return fail('not-found');
  if (!(await isProven(found, request.proof, store, parts.personHash))) return fail('proof-wrong');
  const open = (await store.returns.ofCase(found)).filter(({ mendedAt }) => mendedAt === null);
  const opened = await openCurrent(found, store, parts);
  if (open.length === 0 || opened === null) return fail('nothing-returned');
  const lent = await store.transaction((stores) => putDown(stores, kiosk, found, open, opened, request, at));
  return lent.ok ? ok(loanOf(request, found, open, opened)) : lent;
}

async function putDown(
  stores: Stores,
  kiosk: Kiosk,
  found: Case,
  open: Notice[],
  opened: OpenedCase,
  { loan, identity }: LoanRequest,
  at: string,
): Promise<Result<null, RefusalCode>> {
  const tell = (kind: 'answers-lent' | 'loan-refused', body: NewEvent['body']) =>
    stores.events.append(found.division, [{ kind, at, caseId: found.id, kiosk: kiosk.id, body }]);
  if ((await wrongTries(stores, found, open)) >= TRIES) return fail('too-many-tries');
  if (!isApplicant(opened, identity.number)) {
    await tell('loan-refused', { method: identity.method });
    return fail('identity-differs');
  }
  const known = await stores.returns.loan(loan);
  if (known !== null)
    return known.caseId === found.id && known.kiosk === kiosk.id ? ok(null) : fail('proof-wrong');
  const notices = open.map(({ notice }) => notice);
  await stores.returns.lend({
    id: loan,
    division: found.division,
    caseId: found.id,
    kiosk: kiosk.id,
    at,
    notices,
  });
  await tell('answers-lent', { loan, notices, method: identity.method });
  return ok(null);
}

async function wrongTries(stores: Stores, found: Case, open: Notice[]): Promise<number> {
  const since =
    open
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? '';
  const events = await stores.events.ofCase(found.division, found.id, EVENTS_SEEN);
  return events.filter(({ kind, at }) => kind === 'loan-refused' && at >= since).length;
}

function isApplicant({ application, prepared }: OpenedCase, given: string): boolean {
  const number = valueAt(
    application.answers as Parameters<typeof valueAt>[0],
    prepared.procedure.identity.number,
  );
  if (typeof number !== 'string') return false;
  const [one, other] = [Buffer.from(number), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function loanOf({ loan }: LoanRequest, found: Case, open: Notice[], { application }: OpenedCase): Loan {
  return {
    loan,
    receiptNumber: found.receiptNumber,
    procedure: found.procedure,
    version: found.version,
    answers: application.answers,
    documents: application.documents,
    sources: application.sources ?? [],
    consents: application.consents ?? [],
    reasons: open.flatMap(({ reasons }) => reasons),
  };
}
