// Walks through a procedure with made-up answers, front to back, and mends what the rules find until nothing is wrong: if
// that never comes about, nobody can hand in this application.
import type { Problem } from '../../domain/contract/answers.ts';
import { checkAnswers } from '../../domain/procedure/check-answers.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import { walk, type AskedQuestion, type Walk } from '../../domain/procedure/pages.ts';
import { patternOf, valueAt, withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { isRepeatPage, type RepeatPage } from '../../domain/procedure/procedure.ts';
import type { Json } from '../../domain/submission/canonical-json.ts';
import type { Dice } from './dice.ts';
import { madeUp } from './made-up.ts';

/** Where a walk stood at one time. */
export interface Stand {
  /** Ids of the pages that it came by; of pages inside a list, LIST/PAGE. */
  pages: string[];
  problems: Problem[];
}

/** A walk at its end; `first`: before anything was mended. */
export interface MadeUpWalk extends Stand {
  first: Stand;
}

/** Options chosen so far, by the pattern of their question: those nobody took yet come first. */
export type Tried = Map<string, Set<string>>;

/** Every round opens at least one page: more than any procedure has. */
const MOST_ROUNDS = 400;
const MOST_REPAIRS = 120;
/** An answer that its own kind refuses is made up again. */
const TRIES = 12;

interface Wandering {
  prepared: Prepared;
  today: string;
  dice: Dice;
  tried: Tried;
  answers: JsonObject;
  /** Optional questions left open. */
  passed: Set<string>;
}

/** One walk; the same dice make the same walk. */
export function madeUpWalk(prepared: Prepared, today: string, dice: Dice, tried: Tried): MadeUpWalk {
  const way: Wandering = { prepared, today, dice, tried, answers: {}, passed: new Set() };
  let walked = fillIn(way);
  let problems = problemsOf(way, walked);
  const first = { pages: pagesOf(walked), problems };
  for (let repairs = 0; problems.length > 0 && repairs < MOST_REPAIRS; repairs += 1) {
    const before = { answers: way.answers, passed: new Set(way.passed), walked, problems };
    repair(way, dice.pick(problems), walked);
    walked = fillIn(way);
    problems = problemsOf(way, walked);
    if (problems.length <= before.problems.length) continue;
    ({ answers: way.answers, passed: way.passed, walked, problems } = before);
  }
  return { pages: pagesOf(walked), problems, first };
}

function problemsOf({ prepared, today }: Wandering, walked: Walk): Problem[] {
  return checkAnswers(prepared, walked, today);
}

/** Also those that are not shown because all they would ask is known. */
function pagesOf({ pages, counted }: Walk): string[] {
  const asked = counted.flatMap(({ page, inner }) => (inner === null ? [page] : [page, `${page}/${inner}`]));
  return [...new Set([...pages.map(({ id }) => id), ...asked])];
}

/** Answers the first page that asks something, until none does. */
function fillIn(way: Wandering): Walk {
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const walked = walk(way.prepared, way.answers, way.today);
    const short = walked.pages.filter(isRepeatPage).filter((page) => isShort(way, page));
    const open = walked.questions.filter(
      ({ at }) => valueAt(way.answers, at) === undefined && !way.passed.has(at),
    );
    if (open.length === 0 && short.length === 0) return walked;
    // What a later page offers may depend on this one.
    for (const asked of open.filter((one) => isSamePage(one, open[0]))) answer(way, asked);
    for (const page of short) addItem(way, page);
  }
  throw new Error(`${way.prepared.procedure.id} asks for ever`);
}

function isSamePage(one: AskedQuestion, other: AskedQuestion | undefined): boolean {
  return one.page === other?.page && one.item === other.item && one.inner === other.inner;
}

function itemsAt(answers: JsonObject, page: RepeatPage): Json[] {
  const list = valueAt(answers, page.repeat);
  return Array.isArray(list) ? list : [];
}

function isShort({ answers }: Wandering, page: RepeatPage): boolean {
  return itemsAt(answers, page).length < Math.max(page.min, 1);
}

function addItem(way: Wandering, page: RepeatPage): void {
  const items = itemsAt(way.answers, page);
  way.answers = withAnswer(way.answers, page.repeat, [...items, {}]);
}

function answer(way: Wandering, asked: AskedQuestion): void {
  const { question } = asked.context;
  if (question.optional === true && way.dice.below(2) === 0) {
    way.passed.add(asked.at);
    return;
  }
  const value = valueFor(way, asked);
  // What cannot be made up stays open, and is told as missing at the end.
  if (value === undefined) way.passed.add(asked.at);
  else way.answers = withAnswer(way.answers, asked.at, value);
}

function valueFor(way: Wandering, asked: AskedQuestion): Json | undefined {
  const { question } = asked.context;
  const kind = kinds[question.as];
  const fresh = untriedOf(way, asked);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const raw = fresh !== null && tries === 0 ? fresh : madeUp(asked.context, way.dice);
    const { value, problem } = kind.read(raw, asked.context);
    if (problem === null && value !== undefined) return value;
  }
  return undefined;
}

function untriedOf({ tried }: Wandering, { at, context }: AskedQuestion): string | null {
  if (context.question.as !== 'choice') return null;
  const place = patternOf(at);
  const taken = tried.get(place) ?? new Set();
  const next = context.options.find(({ value }) => !taken.has(value))?.value ?? null;
  if (next !== null) tried.set(place, taken.add(next));
  return next;
}

/** Answers something anew that the problem is about. */
function repair(way: Wandering, { at, code }: Problem, walked: Walk): void {
  if (code.startsWith('sum/') && levelOut(way, at)) return;
  const list = walked.pages.filter(isRepeatPage).find(({ repeat }) => repeat === at);
  if (list !== undefined && way.dice.below(2) === 0) {
    changeLength(way, list, code);
    return;
  }
  const asked = walked.questions.filter(
    (question) => at === question.at || at.startsWith(`${question.at}/`) || question.at.startsWith(`${at}/`),
  );
  // A rule about a whole answer may be mended by any of those before it.
  const about = asked.length > 0 && way.dice.below(4) > 0 ? asked : walked.questions;
  if (about.length > 0) forget(way, way.dice.pick(about).at);
}

function forget(way: Wandering, at: string): void {
  way.passed.delete(at);
  way.answers = withAnswer(way.answers, at, undefined);
}

function changeLength(way: Wandering, page: RepeatPage, code: string): void {
  const items = itemsAt(way.answers, page);
  if (code === 'list/too-few' || items.length <= Math.max(1, page.min)) addItem(way, page);
  else way.answers = withAnswer(way.answers, page.repeat, items.slice(0, -1));
}

/** The last item of a list takes what is missing to the total; false when the rule is of another shape. */
function levelOut(way: Wandering, at: string): boolean {
  const page = way.prepared.procedure.pages.filter(isRepeatPage).find(({ repeat }) => repeat === at);
  if (page?.sum === undefined) return false;
  const total = valueAt(way.answers, page.sum.to);
  const items = itemsAt(way.answers, page);
  const amounts = items.map((item) => valueAt(item, page.sum?.of ?? ''));
  const others = amounts.slice(0, -1).reduce<number>((sum, amount) => sum + Number(amount ?? 0), 0);
  if (typeof total !== 'number' || items.length === 0 || total - others <= 0) return false;
  way.answers = withAnswer(way.answers, `${page.repeat}/${items.length - 1}${page.sum.of}`, total - others);
  return true;
}
