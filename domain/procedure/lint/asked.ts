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

export interface PlacedQuestion {
  place: string;
  question: Question;
  page: Page;
  /** What has been asked before its page, and what is known there whatever is answered. */
  before: readonly Question[];
}

/** A page of questions, wherever it stands. */
interface Asking {
  place: string;
  questions: Question[];
  page: Page;
  /** Inside an item: the page itself, which may be hidden. */
  inner: MayBeHidden | null;
}

/** Every page of questions with its place in the file, those inside items among them. */
function askingPages({ pages }: Procedure): Asking[] {
  return pages.flatMap((page, index): Asking[] => {
    const place = `/pages/${index}`;
    if (isQuestionPage(page)) return [{ place, questions: page.questions, page, inner: null }];
    if (!isRepeatPage(page)) return [];
    return page.pages.map((inner, at) => ({
      place: `${place}/pages/${at}`,
      questions: inner.questions,
      page,
      inner,
    }));
  });
}

/** Every question with its place in the file. */
export function placedQuestions(procedure: Procedure): PlacedQuestion[] {
  const asked: Question[] = [];
  return askingPages(procedure).flatMap(({ place, questions, page }) => {
    const earlier = [...asked];
    asked.push(...questions);
    return questions.map((question, at) => ({
      place: `${place}/questions/${at}`,
      question,
      page,
      before: [...earlier, ...questions.slice(0, at).filter(isAlwaysKnown)],
    }));
  });
}

/** Nobody is ever asked: its answer stands before the page is shown. */
function isAlwaysKnown({ known = [] }: Question): boolean {
  return known.some((entry) => entry.when === undefined && ('value' in entry || 'years' in entry));
}

interface MayBeHidden {
  showWhen?: object;
}

/** Everything on the pages that is shown, or known, under a condition. */
export function shownOnPages(procedure: Procedure): Shown[] {
  return [...shownPages(procedure), ...placedQuestions(procedure).flatMap(shownQuestion)];
}

function shownPages(procedure: Procedure): Shown[] {
  const asking = askingPages(procedure);
  const beforePage = (index: number) =>
    asking.filter(({ page }) => procedure.pages.indexOf(page) < index).flatMap(({ questions }) => questions);
  const outer = procedure.pages.flatMap((page, index) => [
    ...under(page.showWhen, `/pages/${index}/showWhen`, beforePage(index), null),
    ...(isRepeatPage(page)
      ? under(page.known?.when, `/pages/${index}/known/when`, beforePage(index), null)
      : []),
  ]);
  const inner = asking.flatMap(({ place, page, inner }, at) =>
    inner === null || !isRepeatPage(page)
      ? []
      : under(
          inner.showWhen,
          `${place}/showWhen`,
          asking.slice(0, at).flatMap(({ questions }) => questions),
          page.repeat,
        ),
  );
  return [...outer, ...inner];
}

function shownQuestion({ place, question, page, before }: PlacedQuestion): Shown[] {
  const list = isRepeatPage(page) ? page.repeat : null;
  const { showWhen, options = [], known = [] } = question;
  return [
    ...under(showWhen, `${place}/showWhen`, before, list),
    ...options.flatMap((option, at) =>
      under(option.showWhen, `${place}/options/${at}/showWhen`, before, list),
    ),
    ...known.flatMap((entry, at) => under(entry.when, `${place}/known/${at}/when`, before, list)),
  ];
}

function under(
  condition: object | undefined,
  place: string,
  before: readonly Question[],
  list: string | null,
): Shown[] {
  return condition === undefined ? [] : [{ place, condition, before, list }];
}
