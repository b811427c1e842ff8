// Which pages and questions an application has, given its answers so far. Hidden answers do not count: the walk keeps
// only what is asked or known, so an answer hidden by a condition can neither be forged nor steer what comes after, and
// an answer that others say is what they say, whatever was given.
import type { Json } from '../submission/canonical-json.ts';
import type { KnownPerson, QuestionContext } from './kinds/kind.ts';
import { isPerson } from './kinds/person.ts';
import { knownAnswer } from './known.ts';
import { answersAt, placeOf, valueAt, withAnswer, type JsonObject } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import {
  isQuestionPage,
  isRepeatPage,
  type Known,
  type Option,
  type Page,
  type Question,
  type RepeatPage,
} from './procedure.ts';

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

/** A question that counts: one that is asked, or whose answer is known. */
export interface CountedQuestion extends AskedQuestion {
  /** Known: the places of the answers it comes from, best to change first; none where it comes from none. Asked: null. */
  from: string[] | null;
}

export interface Walk {
  /** The pages that are shown, in order. */
  pages: Page[];
  questions: AskedQuestion[];
  /** The questions with those whose answers are known, in order. */
  counted: CountedQuestion[];
  /** The answers that were asked for or are known, and no others. */
  answers: JsonObject;
}

type Walked = Omit<Walk, 'questions'>;

/** One walk: what it goes by, and what it has found. */
interface Way {
  prepared: Prepared;
  given: JsonObject;
  today: string;
  walked: Walked;
}

/** Where questions stand. */
interface Where {
  page: Page;
  item: number | null;
  inner: string | null;
  /** The person that a known list has at this item. */
  person: Known | null;
}

/** Walks the procedure with these answers, front to back. */
export function walk(prepared: Prepared, given: JsonObject, today: string): Walk {
  const way: Way = { prepared, given, today, walked: { pages: [], counted: [], answers: {} } };
  for (const page of prepared.procedure.pages) walkPage(way, page);
  return { ...way.walked, questions: way.walked.counted.filter(isAsked) };
}

function isAsked({ from }: CountedQuestion): boolean {
  return from === null;
}

function walkPage(way: Way, page: Page): void {
  const { prepared, walked } = way;
  if (!prepared.holds(page.showWhen, walked.answers)) return;
  if (isRepeatPage(page)) return walkList(way, page);
  const before = walked.counted.length;
  if (isQuestionPage(page))
    walkQuestions(way, page.questions, { page, item: null, inner: null, person: null });
  // A page of questions that asks nothing is not shown: all of them are known.
  if (!isQuestionPage(page) || walked.counted.slice(before).some(isAsked)) walked.pages.push(page);
}

function walkList(way: Way, page: RepeatPage): void {
  const past = walkPastKnown(way, page);
  if (past !== null) {
    way.walked = past;
    return;
  }
  way.walked.pages.push(page);
  const items = valueAt(way.given, page.repeat);
  if (Array.isArray(items))
    walkItems(
      way,
      page,
      items.slice(0, page.max).map(() => null),
    );
}

/** The walk past a list whose items are known; null while they are not, or something of them must be asked. */
function walkPastKnown({ walked, ...way }: Way, page: RepeatPage): Walked | null {
  const { known } = page;
  if (known === undefined || !way.prepared.holds(known.when, walked.answers)) return null;
  if (!known.items.every((place) => isPerson(valueAt(walked.answers, place)))) return null;
  const trial = { ...way, walked: { ...walked, counted: [...walked.counted] } };
  const { when } = known;
  const people = known.items.map((from): Known =>
    when === undefined ? { from, take: 'person' } : { when, from, take: 'person' },
  );
  walkItems(trial, page, people);
  const asked = trial.walked.counted.slice(walked.counted.length).filter(isAsked);
  const isPast = asked.every(({ context }) => context.question.optional === true);
  return isPast ? withoutAsked(trial.walked, asked) : null;
}

/** Nobody can be asked inside a list that is not shown. */
function withoutAsked(walked: Walked, asked: CountedQuestion[]): Walked {
  return {
    ...walked,
    counted: walked.counted.filter((question) => !asked.includes(question)),
    answers: asked.reduce((answers, { at }) => withAnswer(answers, at, undefined), walked.answers),
  };
}

function walkItems(way: Way, page: RepeatPage, people: (Known | null)[]): void {
  // All of them at once: how many there are is known in the first.
  const list = people.map((): Json => ({}));
  way.walked.answers = withAnswer(way.walked.answers, page.repeat, list);
  for (const [item, person] of people.entries())
    for (const inner of page.pages) {
      const where = { page, item, inner: inner.id, person };
      if (way.prepared.holds(inner.showWhen, scopeAt(way.walked, where)))
        walkQuestions(way, inner.questions, where);
    }
}

function walkQuestions(way: Way, questions: Question[], where: Where): void {
  for (const question of questions) walkQuestion(way, question, where);
}

function walkQuestion(way: Way, question: Question, where: Where): void {
  const { prepared, today, walked, given } = way;
  const { item, inner } = where;
  const scope = scopeAt(walked, where);
  if (!prepared.holds(question.showWhen, scope)) return;
  const known = knownAnswer(entriesOf(question, where), prepared, { answers: scope, item, today });
  const at = placeOf(question.at, item);
  walked.counted.push({
    at,
    page: where.page.id,
    item,
    inner,
    context: contextOf(way, question, scope, at),
    from: known === null ? null : known.from.map((place) => outsideOf(place, where)),
  });
  const value = known === null ? valueAt(given, at) : known.value;
  if (value !== undefined) walked.answers = withAnswer(walked.answers, at, value);
}

function entriesOf({ at, known = [] }: Question, { page, person }: Where): readonly Known[] {
  const isThePerson = person !== null && isRepeatPage(page) && at === `${page.repeat}/*/person`;
  return isThePerson ? [person] : known;
}

/** '/item/person' → '/shareholders/2/person'. */
function outsideOf(place: string, { page, item }: Where): string {
  if (item === null || !isRepeatPage(page)) return place;
  return place.replace(/^\/item(?=\/|$)/, `${page.repeat}/${item}`);
}

/** What a condition sees: all answers; inside an item also the item, as `item`. */
function scopeAt({ answers }: Walked, { page, item }: Where): Json {
  if (item === null || !isRepeatPage(page)) return answers;
  return { ...answers, item: valueAt(answers, `${page.repeat}/${item}`) ?? {} };
}

function contextOf(
  { prepared, today, walked }: Way,
  question: Question,
  scope: Json,
  at: string,
): QuestionContext {
  // Both are looked for when somebody asks: most questions have neither, and a walk passes by hundreds.
  const { answers } = walked;
  let options: readonly Option[] | undefined;
  let people: KnownPerson[] | undefined;
  return {
    question,
    today,
    get options() {
      return (options ??= optionsIn(prepared, question, scope));
    },
    get people() {
      return (people ??= knownPeople(answers, question, at));
    },
  };
}

function optionsIn(prepared: Prepared, question: Question, scope: Json): readonly Option[] {
  return prepared.optionsOf(question).filter((option) => prepared.holds(option.showWhen, scope));
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

/** The pages inside one item on which something is asked, in order. */
export function innerPagesOf({ questions }: Walk, page: RepeatPage, item: number): InnerPage[] {
  const asked = questions.filter((question) => question.page === page.id && question.item === item);
  return page.pages.filter(({ id }) => asked.some(({ inner }) => inner === id));
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

/**
 * The question that is asked where an answer can be changed: its own, or the one that a known answer comes from; null
 * where it comes from no answer.
 */
export function askedFor(place: string, walked: Walk): CountedQuestion | null {
  const own = walked.counted
    .filter(({ at }) => isWithin(place, at))
    .toSorted((one, other) => other.at.length - one.at.length)[0];
  if (own === undefined) return null;
  if (own.from === null) return own;
  // What a known answer comes from stands before it: this comes to an end.
  const sources = own.from.flatMap((source) => askedFor(source, walked) ?? askedInside(source, walked));
  return sources[0] ?? null;
}

/** '/applicant' is no question, but '/applicant/name' is one. */
function askedInside(place: string, { counted }: Walk): CountedQuestion[] {
  return counted.filter(({ at, from }) => from === null && isWithin(at, place)).slice(0, 1);
}
