// Which pages and questions an application has, given its answers so far. Hidden answers do not count: the walk keeps
// only what is asked, so an answer hidden by a condition can neither be forged nor steer what comes after.
import type { Json } from '../submission/canonical-json.ts';
import { isPerson } from './kinds/person.ts';
import type { KnownPerson, QuestionContext } from './kinds/kind.ts';
import { answersAt, placeOf, valueAt, withAnswer, type JsonObject } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import { isQuestionPage, isRepeatPage, type Page, type Question, type RepeatPage } from './procedure.ts';

export type InnerPage = RepeatPage['pages'][number];

/** A question as it is asked: at a concrete place, with what it may look at. */
export interface AskedQuestion {
  at: string;
  page: string;
  /** Item of a repeat page, or null. */
  item: number | null;
  /** Page inside the item, or null. */
  inner: string | null;
  context: QuestionContext;
}

export interface Walk {
  /** The pages that are shown, in order. */
  pages: Page[];
  questions: AskedQuestion[];
  /** The answers that were asked for, and no others. */
  answers: JsonObject;
}

/** Walks the procedure with these answers, front to back. */
export function walk(prepared: Prepared, given: JsonObject, today: string): Walk {
  const walked: Walk = { pages: [], questions: [], answers: {} };
  for (const page of prepared.procedure.pages) {
    if (!prepared.holds(page.showWhen, walked.answers)) continue;
    walked.pages.push(page);
    if (isQuestionPage(page))
      keepQuestions(prepared, walked, given, today, page.questions, {
        page: page.id,
        item: null,
        inner: null,
      });
    if (isRepeatPage(page)) keepItems(prepared, walked, given, today, page);
  }
  return walked;
}

type Where = Pick<AskedQuestion, 'page' | 'item' | 'inner'>;

function keepItems(
  prepared: Prepared,
  walked: Walk,
  given: JsonObject,
  today: string,
  page: RepeatPage,
): void {
  const items = valueAt(given, page.repeat);
  if (!Array.isArray(items)) return;
  walked.answers = withAnswer(walked.answers, page.repeat, []);
  for (const index of items.slice(0, page.max).keys()) {
    walked.answers = withAnswer(walked.answers, `${page.repeat}/${index}`, {});
    for (const inner of page.pages) {
      if (!prepared.holds(inner.showWhen, itemScope(walked.answers, page, index))) continue;
      keepQuestions(prepared, walked, given, today, inner.questions, {
        page: page.id,
        item: index,
        inner: inner.id,
      });
    }
  }
}

function keepQuestions(
  prepared: Prepared,
  walked: Walk,
  given: JsonObject,
  today: string,
  questions: Question[],
  where: Where,
): void {
  const page = prepared.procedure.pages.find((candidate) => candidate.id === where.page);
  for (const question of questions) {
    const scope =
      where.item !== null && page !== undefined && isRepeatPage(page)
        ? itemScope(walked.answers, page, where.item)
        : walked.answers;
    if (!prepared.holds(question.showWhen, scope)) continue;
    const at = placeOf(question.at, where.item);
    walked.questions.push({
      at,
      ...where,
      context: contextOf(prepared, walked.answers, question, scope, today, at),
    });
    const value = valueAt(given, at);
    if (value !== undefined) walked.answers = withAnswer(walked.answers, at, value);
  }
}

/** What a condition inside an item sees: all answers, and the item as `item`. */
function itemScope(answers: JsonObject, page: RepeatPage, index: number): Json {
  return { ...answers, item: valueAt(answers, `${page.repeat}/${index}`) ?? {} };
}

function contextOf(
  prepared: Prepared,
  answers: JsonObject,
  question: Question,
  scope: Json,
  today: string,
  at: string,
): QuestionContext {
  const options = prepared.optionsOf(question).filter((option) => prepared.holds(option.showWhen, scope));
  return { question, options, people: knownPeople(answers, question, at), today };
}

/** The people already entered at the places the question names; each person once, never the answer itself. */
function knownPeople(answers: JsonObject, question: Question, asking: string): KnownPerson[] {
  const found = (question.people ?? [])
    .flatMap((pattern) => answersAt(answers, pattern))
    .filter(({ at }) => at !== asking)
    .flatMap(({ at, value }) =>
      isPerson(value) ? [{ at, name: value.name, residentId: value.residentId, mobile: value.mobile }] : [],
    );
  return found.filter(
    (person, index) => found.findIndex((other) => other.residentId === person.residentId) === index,
  );
}

/** The pages inside one item that are shown, in order. */
export function innerPagesOf(
  prepared: Prepared,
  answers: JsonObject,
  page: RepeatPage,
  index: number,
): InnerPage[] {
  const scope = itemScope(answers, page, index);
  return page.pages.filter((inner) => prepared.holds(inner.showWhen, scope));
}
