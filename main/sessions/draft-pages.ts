// The way of an application from page to page.
import type { Problem, RawAnswers } from '../../domain/contract/answers.ts';
import { checkAnswers, missingProblem, ownerOf, problemAt } from '../../domain/procedure/check-answers.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import type { Walk } from '../../domain/procedure/pages.ts';
import { withAnswer, type JsonObject } from '../../domain/procedure/pointer.ts';
import { isRepeatPage } from '../../domain/procedure/procedure.ts';
import { DOCUMENTS_AT, documentProblems } from '../documents/needs.ts';
import { afterItemPage, backFromItem, itemAt, openItem } from './draft-items.ts';
import { askedHere, pageOf, standingAt, walkOf, withAnswers, type Draft } from './draft.ts';
import { givenPages } from './sources.ts';

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
  return moveOn(withAnswers(draft, read.answers), today);
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
  const problems = isRepeatPage(pageOf(draft, page))
    ? rulesBroken(draft, today)
    : documentProblems(draft, walkOf(draft, today), today);
  return problems.length > 0 ? { ...draft, problems } : moveOn(draft, today);
}

function afterCheck(draft: Draft, today: string): Draft {
  const walked = walkOf(draft, today);
  const problems = [
    ...checkAnswers(draft.prepared, walked, today),
    ...documentProblems(draft, walked, today),
  ];
  return problems.length > 0 ? { ...draft, problems } : standingAt(draft, { at: 'confirm' });
}

function moveOn(draft: Draft, today: string): Draft {
  const { position } = draft;
  if (position.at === 'item') return afterItemPage(draft, position, today);
  const walked = walkOf(draft, today);
  if (draft.changing) return afterChange(draft, walked, today);
  const next = pagesFrom(draft, walked, today).find(({ isLater }) => isLater);
  return next === undefined
    ? standingAt(draft, { at: 'check' })
    : standingAt(draft, { at: 'page', page: next.id });
}

interface PageToAsk {
  id: string;
  /** After the page where the draft stands, or before it. */
  isLater: boolean;
  isEarlier: boolean;
}

/** The pages that must be asked: those with answers from a card or a record only are passed over. */
function pagesFrom(draft: Draft, walked: Walk, today: string): PageToAsk[] {
  const { prepared, position, sources } = draft;
  const given = givenPages(prepared, walked, sources, today);
  const placeOf = (id: string) => prepared.procedure.pages.findIndex((page) => page.id === id);
  const here = 'page' in position ? placeOf(position.page) : Infinity;
  return walked.pages
    .filter(({ id }) => !given.has(id))
    .map(({ id }) => ({ id, isLater: placeOf(id) > here, isEarlier: placeOf(id) < here }));
}

/** The draft on its page, or on the next that must be asked if a card or a record has answered this one. */
export function passOver(draft: Draft, today: string): Draft {
  const { position } = draft;
  if (position.at !== 'page') return draft;
  const isGiven = givenPages(draft.prepared, walkOf(draft, today), draft.sources, today).has(position.page);
  return isGiven ? moveOn(draft, today) : draft;
}

const UNANSWERED = ['missing', 'not-ticked', 'list/too-few'];

/** A change may open pages that were hidden: they come first, then the check page again. */
function afterChange(draft: Draft, walked: Walk, today: string): Draft {
  const unanswered = checkAnswers(draft.prepared, walked, today)
    .filter((problem) => UNANSWERED.includes(problem.code))
    .map((problem) => ownerOf(problem, walked))
    .find((owner) => owner !== null);
  if (unanswered === undefined || unanswered === null)
    return standingAt({ ...draft, changing: false }, { at: 'check' });
  if (unanswered.item === null) return standingAt(draft, { at: 'page', page: unanswered.page });
  return openItem(draft, itemAt(unanswered, unanswered.item), today);
}

/** One page back; null when the draft stands on its first page. */
export function goBack(draft: Draft, today: string): Draft | null {
  const { position } = draft;
  if (position.at === 'confirm') return standingAt(draft, { at: 'check' });
  if (position.at === 'item') return backFromItem(draft, position, today);
  if (draft.changing) return standingAt({ ...draft, changing: false }, { at: 'check' });
  const previous = pagesFrom(draft, walkOf(draft, today), today).findLast(({ isEarlier }) => isEarlier);
  return previous === undefined ? null : standingAt(draft, { at: 'page', page: previous.id });
}

/** Opens the page that owns an answer, to return to the check page afterwards. */
export function changeAnswer(draft: Draft, place: string, today: string): Draft {
  const walked = walkOf(draft, today);
  const owner = ownerOf({ at: place, code: '', text: { 'zh-CN': '-', en: '-' } }, walked);
  const changing = { ...draft, changing: draft.position.at === 'check' || draft.changing };
  if (owner === null) return place.startsWith(DOCUMENTS_AT) ? onDocuments(changing, walked) : draft;
  if (owner.item === null) return standingAt(changing, { at: 'page', page: owner.page });
  return openItem(changing, itemAt(owner, owner.item), today);
}

/** The page where documents are handed in; the draft where it is when there is none. */
function onDocuments(draft: Draft, walked: Walk): Draft {
  const page = walked.pages.find((one) => 'documents' in one);
  return page === undefined ? draft : standingAt(draft, { at: 'page', page: page.id });
}
