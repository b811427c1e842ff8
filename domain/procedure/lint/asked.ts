// In which order a procedure asks. What a condition reads must have been asked by then, or the condition cannot change;
// with that no condition can wait for itself, however many there are.
import { isQuestionPage, isRepeatPage, type Page, type Procedure, type Question } from '../procedure.ts';

/** Something that is shown under a condition, and what has been asked before it is. */
export interface Shown {
  place: string;
  condition: object;
  before: readonly Question[];
  /** The list whose item the condition sees as `item`, or null. */
  list: string | null;
}

interface PlacedQuestion {
  place: string;
  question: Question;
  page: Page;
}

/** Every question with its place in the file. */
export function placedQuestions(procedure: Procedure): PlacedQuestion[] {
  return procedure.pages.flatMap((page, index): PlacedQuestion[] => {
    const here = `/pages/${index}`;
    if (isQuestionPage(page)) return placed(page.questions, here, page);
    if (!isRepeatPage(page)) return [];
    return page.pages.flatMap((inner, at) => placed(inner.questions, `${here}/pages/${at}`, page));
  });
}

function placed(questions: Question[], here: string, page: Page): PlacedQuestion[] {
  return questions.map((question, at) => ({ place: `${here}/questions/${at}`, question, page }));
}

/** Everything on the pages that is shown under a condition. */
export function shownOnPages({ pages }: Procedure): Shown[] {
  const before: Question[] = [];
  return pages.flatMap((page, index) => {
    const here = `/pages/${index}`;
    const found = shown(page, here, before, null);
    if (isQuestionPage(page)) {
      found.push(...shownQuestions(page.questions, here, before, null));
      before.push(...page.questions);
    }
    if (isRepeatPage(page)) {
      for (const [at, inner] of page.pages.entries()) {
        const within = `${here}/pages/${at}`;
        found.push(...shown(inner, within, before, page.repeat));
        found.push(...shownQuestions(inner.questions, within, before, page.repeat));
        before.push(...inner.questions);
      }
    }
    return found;
  });
}

interface MayBeHidden {
  showWhen?: object;
}

function shown({ showWhen }: MayBeHidden, place: string, before: Question[], list: string | null): Shown[] {
  if (showWhen === undefined) return [];
  return [{ place: `${place}/showWhen`, condition: showWhen, before: [...before], list }];
}

function shownQuestions(
  questions: Question[],
  here: string,
  before: Question[],
  list: string | null,
): Shown[] {
  return questions.flatMap((question, at) => {
    const place = `${here}/questions/${at}`;
    const options = (question.options ?? []).flatMap((option, index) =>
      shown(option, `${place}/options/${index}`, before, list),
    );
    return [...shown(question, place, before, list), ...options];
  });
}
