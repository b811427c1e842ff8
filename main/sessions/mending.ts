// Mending a returned application: the same pages, on which only what the notice names can be changed, and what a change
// makes necessary. The answers were lent by the platform and are held in memory like any draft.
import type { Loan, LoanRequest } from '../../domain/contract/case-api.ts';
import { changedOutside } from '../../domain/correction/changes.ts';
import { documentsNamed, placesNamed } from '../../domain/correction/reasons.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { isRepeatPage } from '../../domain/procedure/procedure.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { digestsIn, NO_DOCUMENTS, type Gift } from '../documents/draft-documents.ts';
import { DOCUMENTS_AT } from '../documents/needs.ts';
import { TYPED } from './applicant-identity.ts';
import { askedHere, newDraft, pageOf, standingAt, walkOf, type Draft } from './draft.ts';
import { areDocumentsOpen, changeableIn, type Mends } from './notice.ts';
import type { ProgressScreen, Session } from './session.ts';
import { withDraft } from './steps.ts';

/** A draft of the application that was lent, on the page where answers are checked. */
export function draftOf(
  loan: Loan,
  prepared: Prepared,
  at: Date,
  from: ProgressScreen,
  { method, number }: LoanRequest['identity'],
): Draft {
  const { receiptNumber, reasons, consents } = loan;
  const answers = loan.answers as JsonObject;
  const named = documentsNamed(reasons);
  const left = loan.documents.filter(({ id }) => !named.includes(id));
  const kept = Object.fromEntries(left.flatMap(giftOf));
  const carried = left.flatMap((document) => (document.state === 'attached' ? [document.digest] : []));
  return {
    ...standingAt(newDraft(prepared, loan.loan, at), { at: 'check' }),
    answers,
    sources: loan.sources,
    identity: { ...TYPED, method, number: method === 'typed' ? null : number, consents },
    documents: { ...NO_DOCUMENTS, gifts: kept },
    mends: { receiptNumber, before: answers, reasons, kept, carried, from },
  };
}

/** What was handed in or declared stays as it is; what was promised to follow is promised again. */
function giftOf(document: HeldDocument): [string, Gift][] {
  if (document.state === 'declared') return [[document.id, { state: 'declared' }]];
  if (document.state !== 'attached') return [];
  const { digest, key, mediaType, bytes, pages, trust } = document;
  const files = [{ digest, key, mediaType, bytes, pages }];
  return [[document.id, { state: 'attached', files, isCompared: trust === 'B' }]];
}

/** The files of a draft without what it keeps of the application it mends: that may still be on its way from here. */
export function ownFilesOf({ documents, mends }: Draft): string[] {
  return digestsIn(documents).filter((digest) => mends?.carried.includes(digest) !== true);
}

/** The session after a step; as it was before, where the step changed what may not be changed. */
export function keptToNotice(before: Session, after: Session, today: string): Session {
  if (before.screen.at !== 'draft' || after.screen.at !== 'draft') return after;
  const { draft } = after.screen;
  if (draft.mends === undefined || draft === before.screen.draft) return after;
  if (isOutside(draft, draft.mends, today)) return before;
  if (!isOnClosedPage(draft, today)) return after;
  return withDraft(before, standingAt({ ...draft, changing: false }, { at: 'check' }));
}

function isOutside({ prepared, answers, documents }: Draft, mends: Mends, today: string): boolean {
  const mending = { before: mends.before, named: placesNamed(mends.reasons) };
  if (changedOutside(prepared, mending, answers, today).length > 0) return true;
  return Object.entries(mends.kept).some(([id, gift]) => !isSameGift(documents.gifts[id], gift));
}

/** Staff may compare with its original what was handed in before. */
function isSameGift(one: Gift | undefined, other: Gift): boolean {
  if (one?.state !== other.state) return false;
  const filesOf = (gift: Gift) => (gift.state === 'attached' ? gift.files.map(({ digest }) => digest) : []);
  return filesOf(one).join() === filesOf(other).join();
}

/** A page on which nothing may be changed is passed over: its list, its documents, its questions are as they were. */
function isOnClosedPage(draft: Draft, today: string): boolean {
  const { position } = draft;
  if (position.at === 'item') return askedHere(draft, walkOf(draft, today)).length === 0;
  if (position.at !== 'page') return false;
  const page = pageOf(draft, position.page);
  if (isRepeatPage(page)) return !changeableIn(draft, today)(page.repeat);
  if ('documents' in page) return !areDocumentsOpen(draft, DOCUMENTS_AT);
  return askedHere(draft, walkOf(draft, today)).length === 0;
}
