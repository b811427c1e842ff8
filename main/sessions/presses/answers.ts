// The presses inside an application.
import type { RawAnswers } from '../../../domain/contract/answers.ts';
import { ok } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import { fillFromRecords, needsRecords, notFetched } from '../../records/prefill.ts';
import type { Records } from '../../records/records.ts';
import { checkAnswer } from '../check-answer.ts';
import type { Desk } from '../desk.ts';
import type { Draft } from '../draft.ts';
import type { Session } from '../session.ts';
import * as steps from '../steps.ts';

type AnswerPresses = Pick<
  Handlers,
  'answerPage' | 'checkAnswer' | 'goBack' | 'changeAnswer' | 'addItem' | 'changeItem' | 'removeItem'
>;

export function answerPresses(desk: Desk, records: Records): AnswerPresses {
  const { session, today, press } = desk;
  return {
    answerPage: ({ page, answers }) => press(page, () => answerPage(session(), answers, today(), records)),
    checkAnswer: (asked) => desk.inTurn(async () => ok(checkAnswer(session(), asked, today()))),
    goBack: ({ page }) => press(page, () => steps.goBack(session(), today()), 'back'),
    changeAnswer: ({ page, at }) => press(page, () => steps.changeAnswer(session(), at, today())),
    addItem: ({ page }) => press(page, () => steps.addItem(session(), today())),
    changeItem: ({ page, index }) => press(page, () => steps.changeItem(session(), index, today())),
    removeItem: ({ page, index }) => press(page, () => steps.removeItem(session(), index)),
  };
}

/** The page answered; where an answer names whose record it is, that record is fetched before the next page is chosen. */
async function answerPage(
  session: Session,
  answers: RawAnswers,
  today: string,
  records: Records,
): Promise<Session> {
  const next = steps.answerPage(session, answers, today);
  const [before, after] = [draftOf(session), draftOf(next)];
  if (before === null || after === null || next.page === session.page || !needsRecords(after, before))
    return next;
  const { draft, faults } = await fillFromRecords(after, records, today);
  const known = { ...before, answers: draft.answers, sources: draft.sources, identity: draft.identity };
  return { ...steps.answerPage(steps.withDraft(session, known), answers, today), notice: notFetched(faults) };
}

function draftOf({ screen }: Session): Draft | null {
  return screen.at === 'draft' ? screen.draft : null;
}
