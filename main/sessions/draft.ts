// One citizen's application while it is being filled in. It lives in this process's memory and nowhere else: a power
// cut loses it, which is right for a machine that strangers share.
import type { Problem, RawAnswers } from '../../domain/contract/answers.ts';
import { checkAnswers, missingProblem, ownerOf, problemAt } from '../../domain/procedure/check-answers.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import { innerPagesOf, walk, type AskedQuestion, type Walk } from '../../domain/procedure/pages.ts';
import { valueAt, withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { isRepeatPage, type Page, type RepeatPage } from '../../domain/procedure/procedure.ts';

export type Position =
  | { at: 'page'; page: string }
  | { at: 'item'; page: string; index: number; inner: string; isNew: boolean }
  | { at: 'check' }
  | { at: 'confirm' };

export interface Draft {
  /** UUIDv7; becomes the submission's id, so that a second press cannot make a second submission. */
  id: string;
  prepared: Prepared;
  startedAt: Date;
  answers: JsonObject;
  position: Position;
  /** What was typed on this page and could not be taken. */
  entered: RawAnswers;
  problems: Problem[];
  /** The citizen is changing one answer and returns to the check page. */
  changing: boolean;
  typedName: string;
}

export function newDraft(prepared: Prepared, id: string, startedAt: Date): Draft {
  const [first] = prepared.procedure.pages;
  if (first === undefined) throw new Error('a procedure has at least one page');
  return {
    id,
    prepared,
    startedAt,
    answers: {},
    position: { at: 'page', page: first.id },
    entered: {},
    problems: [],
    changing: false,
    typedName: '',
  };
}

export function walkOf(draft: Draft, today: string): Walk {
  return walk(draft.prepared, draft.answers, today);
}

export function pageOf(draft: Draft, id: string): Page {
  const page = draft.prepared.procedure.pages.find((candidate) => candidate.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}

/** The questions on the page where the draft stands. */
export function askedHere({ position }: Draft, walked: Walk): AskedQuestion[] {
  if (position.at === 'page')
    return walked.questions.filter((asked) => asked.page === position.page && asked.item === null);
  if (position.at !== 'item') return [];
  const { page, index, inner } = position;
  return walked.questions.filter(
    (asked) => asked.page === page && asked.item === index && asked.inner === inner,
  );
}

/** The draft after its page was answered: moved on, or standing still with its problems. */
export function answerPage(draft: Draft, raw: RawAnswers, today: string): Draft {
  const { position } = draft;
  if (position.at === 'check') return afterCheck(draft, today);
  if (position.at === 'confirm') return draft;
  if (position.at === 'page' && !('questions' in pageOf(draft, position.page)))
    return afterPlainPage(draft, position.page, today);
  const read = readAnswers(draft, raw, today);
  const problems =
    read.problems.length > 0 ? read.problems : rulesBroken({ ...draft, answers: read.answers }, today);
  if (problems.length > 0) return { ...draft, entered: raw, problems };
  return moveOn({ ...draft, answers: read.answers }, today);
}

function readAnswers(
  draft: Draft,
  raw: RawAnswers,
  today: string,
): { answers: JsonObject; problems: Problem[] } {
  let answers = draft.answers;
  const problems: Problem[] = [];
  for (const asked of askedHere(draft, walkOf(draft, today))) {
    const reading = kinds[asked.context.question.as].read(raw[asked.at] ?? null, asked.context);
    if (reading.problem !== null) problems.push(problemAt(asked.at, reading.problem));
    else if (reading.value === undefined) problems.push(...missingProblem(asked));
    answers = withAnswer(answers, asked.at, reading.value);
  }
  return { answers, problems };
}

/** The problems of the whole application that belong to the page where the draft stands. */
function rulesBroken(draft: Draft, today: string): Problem[] {
  const walked = walkOf(draft, today);
  const { position } = draft;
  if (position.at !== 'page' && position.at !== 'item') return [];
  return checkAnswers(draft.prepared, walked, today).filter((problem) => {
    const owner = ownerOf(problem, walked);
    if (owner?.page !== position.page) return false;
    if (position.at === 'page') return owner.item === null || isRepeatPage(pageOf(draft, position.page));
    return owner.item === position.index && owner.inner === position.inner;
  });
}

/** A page without questions of its own: a list, the documents. */
function afterPlainPage(draft: Draft, page: string, today: string): Draft {
  const problems = isRepeatPage(pageOf(draft, page)) ? rulesBroken(draft, today) : [];
  return problems.length > 0 ? { ...draft, problems } : moveOn(draft, today);
}

function afterCheck(draft: Draft, today: string): Draft {
  const problems = checkAnswers(draft.prepared, walkOf(draft, today), today);
  return problems.length > 0 ? { ...draft, problems } : at(draft, { at: 'confirm' });
}

function at(draft: Draft, position: Position): Draft {
  return { ...draft, position, entered: {}, problems: [] };
}

function moveOn(draft: Draft, today: string): Draft {
  const { position } = draft;
  if (position.at === 'item') return afterItemPage(draft, position);
  const walked = walkOf(draft, today);
  if (draft.changing) return afterChange(draft, walked, today);
  const here = walked.pages.findIndex((page) => position.at === 'page' && page.id === position.page);
  const next = walked.pages[here + 1];
  return next === undefined ? at(draft, { at: 'check' }) : at(draft, { at: 'page', page: next.id });
}

const UNANSWERED = ['missing', 'not-ticked', 'list/too-few'];

/** A change may open pages that were hidden: they come first, then the check page again. */
function afterChange(draft: Draft, walked: Walk, today: string): Draft {
  const unanswered = checkAnswers(draft.prepared, walked, today)
    .filter((problem) => UNANSWERED.includes(problem.code))
    .map((problem) => ownerOf(problem, walked))
    .find((owner) => owner !== null);
  if (unanswered === undefined || unanswered === null)
    return at({ ...draft, changing: false }, { at: 'check' });
  if (unanswered.item === null) return at(draft, { at: 'page', page: unanswered.page });
  return openItem(
    draft,
    pageOf(draft, unanswered.page) as RepeatPage,
    unanswered.item,
    false,
    unanswered.inner,
  );
}

function afterItemPage(draft: Draft, position: Extract<Position, { at: 'item' }>): Draft {
  const page = pageOf(draft, position.page) as RepeatPage;
  const inner = innerPagesOf(draft.prepared, draft.answers, page, position.index);
  const next = inner[inner.findIndex((candidate) => candidate.id === position.inner) + 1];
  if (next === undefined) return at(draft, { at: 'page', page: position.page });
  return at(draft, { ...position, inner: next.id });
}

function openItem(
  draft: Draft,
  page: RepeatPage,
  index: number,
  isNew: boolean,
  wanted: string | null = null,
): Draft {
  const inner = innerPagesOf(draft.prepared, draft.answers, page, index);
  const start = inner.find((candidate) => candidate.id === wanted) ?? inner[0];
  if (start === undefined) throw new Error(`page ${page.id} asks nothing of an item`);
  return at(draft, { at: 'item', page: page.id, index, inner: start.id, isNew });
}

export function itemsOf(draft: Draft, page: RepeatPage): number {
  const list = valueAt(draft.answers, page.repeat);
  return Array.isArray(list) ? list.length : 0;
}

function listHere(draft: Draft): RepeatPage | null {
  if (draft.position.at !== 'page') return null;
  const page = pageOf(draft, draft.position.page);
  return isRepeatPage(page) ? page : null;
}

/** Opens a new item of the list where the draft stands; the same draft when there is no list or no room. */
export function addItem(draft: Draft): Draft {
  const page = listHere(draft);
  if (page === null || itemsOf(draft, page) >= page.max) return draft;
  const index = itemsOf(draft, page);
  const list = index === 0 ? withAnswer(draft.answers, page.repeat, []) : draft.answers;
  return openItem({ ...draft, answers: withAnswer(list, `${page.repeat}/${index}`, {}) }, page, index, true);
}

export function changeItem(draft: Draft, index: number): Draft {
  const page = listHere(draft);
  if (page === null || index >= itemsOf(draft, page)) return draft;
  return openItem(draft, page, index, false);
}

export function removeItem(draft: Draft, index: number): Draft {
  const page = listHere(draft);
  if (page === null || index >= itemsOf(draft, page)) return draft;
  return { ...draft, answers: withAnswer(draft.answers, `${page.repeat}/${index}`, undefined), problems: [] };
}

/** One page back; null when the draft stands on its first page. */
export function goBack(draft: Draft, today: string): Draft | null {
  const { position } = draft;
  if (position.at === 'confirm') return at(draft, { at: 'check' });
  if (position.at === 'item') return backFromItem(draft, position);
  if (draft.changing) return at({ ...draft, changing: false }, { at: 'check' });
  const { pages } = walkOf(draft, today);
  const here = position.at === 'check' ? pages.length : pages.findIndex((page) => page.id === position.page);
  const previous = pages[here - 1];
  return previous === undefined ? null : at(draft, { at: 'page', page: previous.id });
}

/** Leaving the first page of a new item drops it: an unfinished person is nobody. */
function backFromItem(draft: Draft, position: Extract<Position, { at: 'item' }>): Draft {
  const page = pageOf(draft, position.page) as RepeatPage;
  const inner = innerPagesOf(draft.prepared, draft.answers, page, position.index);
  const previous = inner[inner.findIndex((candidate) => candidate.id === position.inner) - 1];
  if (previous !== undefined) return at(draft, { ...position, inner: previous.id });
  const list = at(draft, { at: 'page', page: position.page });
  if (!position.isNew) return list;
  return { ...list, answers: withAnswer(draft.answers, `${page.repeat}/${position.index}`, undefined) };
}

/** Opens the page that owns an answer, to return to the check page afterwards. */
export function changeAnswer(draft: Draft, place: string, today: string): Draft {
  const walked = walkOf(draft, today);
  const owner = ownerOf({ at: place, code: '', text: { 'zh-CN': '-', en: '-' } }, walked);
  if (owner === null) return draft;
  const changing = { ...draft, changing: draft.position.at === 'check' || draft.changing };
  if (owner.item === null) return at(changing, { at: 'page', page: owner.page });
  return openItem(changing, pageOf(draft, owner.page) as RepeatPage, owner.item, false, owner.inner);
}
