import type { View } from '../../../domain/contract/views.ts';
import { isQuestionPage, isRepeatPage } from '../../../domain/procedure/procedure.ts';
import type { ProcedureShelf } from '../../../lib/procedures/shelf.ts';
import { pageOf } from '../draft.ts';
import type { Session } from '../session.ts';
import { draftContext, type DraftContext, type ViewContext } from './context.ts';
import { checkView, confirmView, documentsView, receiptView, type ReceiptFacts } from './finish.ts';
import { listView } from './list.ts';
import { askProgressView, guideView, mattersView, progressView, welcomeView } from './opening.ts';
import { questionsView } from './questions.ts';

/** The view of a session. `receipt` is what the store knows about the receipt on the screen, if one is. */
export function viewOf(
  session: Session,
  context: ViewContext,
  shelf: ProcedureShelf,
  receipt: ReceiptFacts | null,
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
    case 'draft':
      return draftView(draftContext(session, screen.draft, context), screen.refused);
    case 'receipt':
      if (receipt === null) throw new Error('the receipt on the screen is not in the store');
      return receiptView(session, screen.receipt, receipt, context);
    case 'ask-progress':
      return askProgressView(session, context, screen.number, screen.problem);
    case 'progress':
      return progressView(session, context, screen.progress);
  }
}

function draftView(context: DraftContext, refused: Parameters<typeof confirmView>[1]): View {
  const { position } = context.draft;
  if (position.at === 'check') return checkView(context);
  if (position.at === 'confirm') return confirmView(context, refused);
  const page = pageOf(context.draft, position.page);
  if (position.at === 'item' || isQuestionPage(page)) return questionsView(context);
  return isRepeatPage(page) ? listView(context, page) : documentsView(context, page);
}
