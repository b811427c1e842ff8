import type { View } from '../../../domain/contract/views.ts';
import { isQuestionPage, isRepeatPage } from '../../../domain/procedure/procedure.ts';
import type { RatingCatalogue } from '../../../domain/rating/catalogue.ts';
import type { ProcedureShelf } from '../../../lib/procedures/shelf.ts';
import { pageOf } from '../draft.ts';
import type { Session } from '../session.ts';
import { draftContext, type DraftContext, type ViewContext } from './context.ts';
import { documentsView, stepView } from './documents.ts';
import { checkView, confirmView, receiptView, type ReceiptFacts } from './finish.ts';
import { identityView, NO_READER, type IdentityFacts } from './identity.ts';
import { listView } from './list.ts';
import { guideView, mattersView, welcomeView } from './opening.ts';
import {
  askProgressView,
  casesView,
  mendIdentityView,
  progressView,
  type ProgressFacts,
} from './progress.ts';
import { questionsView } from './questions.ts';
import { ratingView } from './rating.ts';

const NO_PROGRESS: ProgressFacts = { hasReader: false, print: null, reprints: 0, rates: null };

/** The view of a session. `receipt` is what the store knows about the receipt on the screen, if one is. */
export function viewOf(
  session: Session,
  context: ViewContext,
  shelf: ProcedureShelf,
  receipt: ReceiptFacts | null,
  identity: IdentityFacts = NO_READER,
  progress: ProgressFacts = NO_PROGRESS,
  ratings: RatingCatalogue | null = null,
): View {
  const { screen } = session;
  switch (screen.at) {
    case 'welcome':
      return welcomeView(session, context);
    case 'matters': {
      const procedures = shelf.procedures.map(({ procedure }) => procedure);
      return mattersView(session, context, procedures, shelf.faults.length);
    }
    case 'guide': {
      const prepared = shelf.latest(screen.procedure);
      if (prepared === null) throw new Error('the procedure on the screen is gone');
      return guideView(session, context, prepared.procedure, screen.closed);
    }
    case 'identity':
      return identityView(session, screen.step, context, identity);
    case 'draft':
      return draftView(draftContext(session, screen.draft, context), screen.refused);
    case 'receipt':
      if (receipt === null) throw new Error('the receipt on the screen is not in the store');
      return receiptView(session, screen.receipt, receipt, context);
    case 'staff':
      throw new Error('staff have pages of their own');
    case 'ask-progress':
      return askProgressView(session, context, screen, progress.hasReader);
    case 'cases':
      return casesView(session, context, screen.cases);
    case 'progress':
      return progressView(session, context, screen.found, progress);
    case 'mend-identity':
      return mendIdentityView(session, context, { ...screen, found: screen.from.found }, progress.hasReader);
    case 'rating':
      if (ratings === null) throw new Error('there is no catalogue for the rating on the screen');
      return ratingView(session, context, screen, ratings);
  }
}

function draftView(context: DraftContext, refused: Parameters<typeof confirmView>[1]): View {
  const { position } = context.draft;
  if (position.at === 'check') return checkView(context);
  if (position.at === 'confirm') return confirmView(context, refused);
  const page = pageOf(context.draft, position.page);
  if (position.at === 'item' || isQuestionPage(page)) return questionsView(context);
  if (isRepeatPage(page)) return listView(context, page);
  const { step } = context.draft.documents;
  return (step === null ? null : stepView(context, step)) ?? documentsView(context, page);
}
