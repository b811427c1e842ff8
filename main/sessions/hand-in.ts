// The press that hands an application in: checked once more, put down, and only then told.
import { checkAnswers, problemAt } from '../../domain/procedure/check-answers.ts';
import type { Problem } from '../../domain/contract/answers.ts';
import type { In } from '../../domain/contract/kiosk-api.ts';
import { refusalText } from '../../domain/contract/refusals.ts';
import { isSignature, type Strokes } from '../../domain/contract/signature.ts';
import type { Place } from '../../domain/contract/views.ts';
import { cleanLine } from '../../domain/identifiers/normalise.ts';
import { message } from '../../domain/message.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Clock } from '../../lib/clock.ts';
import { copyFactsOf } from '../copies/copy-facts.ts';
import { documentProblems } from '../documents/needs.ts';
import type { Store } from '../store/store.ts';
import { paperOf } from '../submissions/paper.ts';
import type { Finished, Submitter } from '../submissions/submitter.ts';
import { attendedIn } from '../staff/attended-in.ts';
import type { ApplicantIdentity } from './applicant-identity.ts';
import type { Draft } from './draft.ts';
import { showing, type Session } from './session.ts';
import { keptSources } from './sources.ts';
import * as steps from './steps.ts';
import { draftContext, type DraftContext, type ViewContext } from './views/context.ts';
import { documentsHere } from './views/documents.ts';
import { applicantOf } from './views/finish.ts';

export interface HandInParts {
  submitter: Submitter;
  store: Store;
  place: Place;
  clock: Clock;
  viewContext: (at: Date) => ViewContext;
  /** This machine prints full copies: what was handed in is kept in memory as long as the receipt is shown. */
  printsCopies: boolean;
  /** A submission was put down. */
  onSubmitted: () => void;
}

const NAME_DIFFERS = message(
  'confirm/name-differs',
  '这里要写申请人本人的姓名，和前面填的一样。',
  'Type the applicant’s name exactly as it was given before.',
);

const TOO_LITTLE = message(
  'confirm/no-signature',
  '框里还没有您的签名。请用手指写上姓名。',
  'There is no signature in the box yet. Write your name with a finger.',
);

/** What stands under the declaration: strokes of a finger, or the name typed out. */
export type Signed = Pick<In<'submit'>, 'typedName' | 'strokes'>;

/** The session after the press: with the receipt, or where it was with what is wrong. */
export async function handIn(parts: HandInParts, session: Session, signed: Signed): Promise<Session> {
  const { screen } = session;
  if (screen.at !== 'draft' || screen.draft.position.at !== 'confirm') return session;
  const draft = { ...screen.draft, typedName: signed.typedName, problems: [] };
  // One moment for all of it: judged on the day that the header carries, even when midnight falls between.
  const completedAt = parts.clock.now();
  const context = draftContext(session, draft, parts.viewContext(completedAt));
  const problems = [
    ...checkAnswers(draft.prepared, context.walked, context.today),
    ...documentProblems(draft, context.walked, context.today),
  ];
  if (problems.length > 0) return steps.withDraft(session, { ...draft, position: { at: 'check' }, problems });
  const unsigned = signatureProblem(signed, applicantOf(context));
  if (unsigned !== null) return steps.withDraft(session, { ...draft, problems: [unsigned] });
  return putDown(parts, session, finishedOf(context, signed.strokes ?? null, completedAt), context);
}

function signatureProblem({ typedName, strokes }: Signed, applicant: string): Problem | null {
  if (strokes !== undefined) return isSignature(strokes) ? null : problemAt('/strokes', TOO_LITTLE);
  return nameAsTyped(typedName) === applicant ? null : problemAt('/typedName', NAME_DIFFERS);
}

async function putDown(
  { submitter, store, place, printsCopies, onSubmitted }: HandInParts,
  session: Session,
  finished: Finished,
  context: DraftContext,
): Promise<Session> {
  const submitted = await submitter.submit(finished);
  if (!submitted.ok) return steps.withDraft(session, context.draft, refusalText(submitted.error));
  onSubmitted();
  const receipt = await store.receipts.bySequence(submitted.value);
  if (receipt === null) throw new Error('a submission without a receipt');
  const {
    draft: { prepared },
    walked,
  } = context;
  // What the screen shows has the documents' full names; what the disk keeps does not.
  const paper = paperOf(finished, place, receipt.number, receipt.qr);
  return showing(session, {
    at: 'receipt',
    receipt: {
      sequence: submitted.value,
      paper,
      documents: finished.documents,
      mends: finished.mends?.receiptNumber ?? null,
      application: printsCopies ? copyFactsOf(finished, { prepared, walked }, paper) : null,
    },
  });
}

/** The steps of the screen's type: 1 and 2 are ordinary, 3 and 4 large. */
const LARGE_FROM_SIZE = 3;

/** Whether paper is written larger for who reads this screen. */
export function readsLargeType({ appearance }: Pick<Session, 'appearance'>): boolean {
  return appearance.size >= LARGE_FROM_SIZE;
}

function finishedOf(context: DraftContext, strokes: Strokes | null, completedAt: Date): Finished {
  const { draft, session, walked } = context;
  return {
    id: draft.id,
    procedure: draft.prepared.procedure,
    startedAt: draft.startedAt,
    completedAt,
    locale: session.appearance.locale,
    largeType: readsLargeType(session),
    answers: walked.answers,
    applicant: applicantOf(context),
    strokes,
    identity: establishedFor(draft, walked.answers),
    // A source speaks for the answer as it is handed in.
    sources: keptSources(draft.sources, draft.answers, walked.answers),
    documents: documentsHere(context),
    gifts: draft.documents,
    mends: draft.mends ?? null,
    attended: attendedIn(session, walked.answers),
  };
}

/** Whoever wrote another number than the card's over it has typed who the applicant is. */
function establishedFor({ identity, prepared }: Draft, answers: JsonObject): ApplicantIdentity {
  const number = valueAt(answers, prepared.procedure.identity.number);
  return identity.number === null || identity.number === number ? identity : { ...identity, method: 'typed' };
}

/** The typed name as it is compared and kept; '' when it is no line of text. */
function nameAsTyped(typed: string): string {
  const cleaned = cleanLine(typed, 200);
  return cleaned.ok ? cleaned.value : '';
}
