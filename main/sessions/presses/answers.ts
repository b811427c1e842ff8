// The presses inside an application.
import { ok } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import { checkAnswer } from '../check-answer.ts';
import type { Desk } from '../desk.ts';
import * as steps from '../steps.ts';

type AnswerPresses = Pick<
  Handlers,
  'answerPage' | 'checkAnswer' | 'goBack' | 'changeAnswer' | 'addItem' | 'changeItem' | 'removeItem'
>;

export function answerPresses(desk: Desk): AnswerPresses {
  const { session, today, press } = desk;
  return {
    answerPage: ({ page, answers }) => press(page, () => steps.answerPage(session(), answers, today())),
    checkAnswer: (asked) => desk.inTurn(async () => ok(checkAnswer(session(), asked, today()))),
    goBack: ({ page }) => press(page, () => steps.goBack(session(), today()), 'back'),
    changeAnswer: ({ page, at }) => press(page, () => steps.changeAnswer(session(), at, today())),
    addItem: ({ page }) => press(page, () => steps.addItem(session())),
    changeItem: ({ page, index }) => press(page, () => steps.changeItem(session(), index)),
    removeItem: ({ page, index }) => press(page, () => steps.removeItem(session(), index)),
  };
}
