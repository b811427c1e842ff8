// Answers that nobody has to give, and those that stand in a field already.
import type { CompileSchema } from '../../compile.ts';
import {
  isRepeatPage,
  type Catalogue,
  type Kind,
  type Known,
  type Procedure,
  type Question,
  type RepeatPage,
} from '../procedure.ts';
import { hasPlace } from './answers-shape.ts';
import { placedQuestions, type PlacedQuestion } from './asked.ts';
import { finding, type Finding } from './finding.ts';
import { misfitOf } from './fits.ts';
import { entriesOf } from './options.ts';

/** What a question is held against. */
interface Held extends PlacedQuestion {
  /** Asked before its page, or known whatever was answered. */
  before: readonly Question[];
  /** What is wrong with a value as its answer, or null. */
  misfit: (value: unknown) => string | null;
  answers: object;
}

export function knownFindings(
  procedure: Procedure,
  catalogues: readonly Catalogue[],
  compile: CompileSchema,
): Finding[] {
  const asked = placedQuestions(procedure).flatMap((placed) => {
    const offered = placed.question.options ?? entriesOf(placed.question, procedure, catalogues);
    const misfit = (value: unknown) => misfitOf(value, placed.question, offered, procedure.answers, compile);
    return heldFindings({ ...placed, misfit, answers: procedure.answers });
  });
  return [...asked, ...listFindings(procedure)];
}

function heldFindings(held: Held): Finding[] {
  const { known = [] } = held.question;
  return [
    ...known.flatMap((entry, index) => entryFindings(held, entry, `${held.place}/known/${index}`)),
    ...usualFindings(held),
    ...suggestFindings(held),
    ...wasFindings(held),
  ];
}

function entryFindings(held: Held, entry: Known, place: string): Finding[] {
  if ('from' in entry) return fromFindings(held, entry, place);
  if ('share' in entry) return shareFindings(held, entry.share, place);
  if ('years' in entry)
    return held.question.as === 'date' ? [] : [finding(place, 'misfit', '"years" is for dates')];
  const wrong = held.misfit(entry.value);
  return wrong === null ? [] : [finding(place, 'misfit', `the known value does not fit: ${wrong}`)];
}

/** '/item/kind' on the page of '/dogs' → '/dogs/*\/kind'. */
function outsideOf(place: string, { page }: Pick<Held, 'page'>): string {
  return isRepeatPage(page) ? place.replace(/^\/item(?=\/|$)/, `${page.repeat}/*`) : place;
}

function fromFindings(
  held: Held,
  { from, take }: Extract<Known, { from: string }>,
  place: string,
): Finding[] {
  const source = outsideOf(from, held);
  if (!isAsked(source, held.before))
    return [finding(place, 'not-asked-yet', `it comes from ${from}, which is not asked before`)];
  const fits = take === undefined ? isAlike(source, held) : TAKES[take](source, held.before);
  return fits ? [] : [finding(place, 'misfit', `${from} holds no answer for ${take ?? held.question.as}`)];
}

function isAsked(place: string, before: readonly Question[]): boolean {
  return before.some(({ at }) => at === place || at.startsWith(`${place}/`) || place.startsWith(`${at}/`));
}

const TAKES = { person: isPersonThere, 'birth-date': isNumberThere, sex: isNumberThere } as const;

/** A person is asked whole, or as name, number and mobile. */
function isPersonThere(place: string, before: readonly Question[]): boolean {
  const isThere = (at: string) => before.some((question) => question.at === at);
  const whole = before.find(({ at }) => at === place);
  return whole === undefined
    ? ['name', 'residentId', 'mobile'].every((part) => isThere(`${place}/${part}`))
    : whole.as === 'person';
}

function isNumberThere(place: string, before: readonly Question[]): boolean {
  if (before.some(({ at, as }) => at === place && as === 'resident-id')) return true;
  return before.some(({ at, as }) => as === 'person' && place === `${at}/residentId`);
}

/** What answers of these kinds are stored as: those of one family may stand for each other. */
const STORED: Record<Kind, string> = {
  text: 'text',
  'person-name': 'text',
  'resident-id': 'text',
  'credit-code': 'text',
  mobile: 'text',
  choice: 'text',
  date: 'text',
  choices: 'list',
  pick: 'list',
  tick: 'tick',
  money: 'number',
  number: 'number',
  person: 'person',
  people: 'people',
  'enterprise-name': 'enterprise-name',
  address: 'address',
};

function isAlike(place: string, { before, question }: Held): boolean {
  const source = before.find(({ at }) => at === place);
  return source === undefined || STORED[source.as] === STORED[question.as];
}

function shareFindings(
  { question, page, before }: Held,
  { of, among }: Extract<Known, { share: object }>['share'],
  place: string,
): Finding[] {
  const isInList = isRepeatPage(page) && page.repeat === among;
  return [
    ...(question.as === 'money' ? [] : [finding(place, 'misfit', 'only an amount of money can be shared')]),
    ...(isInList ? [] : [finding(place, 'wrong-list', `the question does not stand in the list ${among}`)]),
    ...(before.some(({ at, as }) => at === of && as === 'money')
      ? []
      : [finding(place, 'not-asked-yet', `the sum ${of} is not asked before as money`)]),
  ];
}

function usualFindings({ place, question, misfit }: Held): Finding[] {
  const { usual, as, optional } = question;
  if (usual === undefined) return [];
  if (as === 'tick') return [finding(place, 'usual', 'nothing is ticked before the citizen ticks it')];
  if (optional === true)
    return [finding(place, 'usual', 'what is optional would come back when it is emptied')];
  const wrong = misfit(usual);
  return wrong === null ? [] : [finding(place, 'misfit', `the usual answer does not fit: ${wrong}`)];
}

const MAY_SUGGEST: ReadonlySet<Kind> = new Set(['money', 'number', 'text', 'date', 'enterprise-name']);

function suggestFindings({ place, question, misfit }: Held): Finding[] {
  const { suggest = [], suggestYears, as } = question;
  if (suggestYears !== undefined && as !== 'date')
    return [finding(place, 'misfit', '"suggestYears" is for dates')];
  if (suggest.length > 0 && !MAY_SUGGEST.has(as))
    return [finding(place, 'misfit', `"suggest" is not for ${as}: use its options or "usual"`)];
  return suggest.flatMap((value) => {
    const wrong = misfit(value);
    return wrong === null ? [] : [finding(place, 'misfit', `a suggestion does not fit: ${wrong}`)];
  });
}

function wasFindings({ place, question: { was }, before, answers }: Held): Finding[] {
  if (was === undefined) return [];
  if (!hasPlace(answers, was))
    return [finding(place, 'no-place', `was ${was}, which has no place in answers`)];
  return isAsked(was, before)
    ? []
    : [finding(place, 'not-asked-yet', `it shows what was at ${was}, which is not asked before`)];
}

/** Lists whose items are people already entered. */
function listFindings(procedure: Procedure): Finding[] {
  return procedure.pages.flatMap((page, index) => {
    if (!isRepeatPage(page) || page.known === undefined) return [];
    const before = placedQuestions(procedure)
      .filter(({ page: other }) => procedure.pages.indexOf(other) < index)
      .map(({ question }) => question);
    return knownListFindings(page, page.known.items, before, `/pages/${index}/known`);
  });
}

function knownListFindings(
  page: RepeatPage,
  items: string[],
  before: readonly Question[],
  place: string,
): Finding[] {
  const inner = page.pages.flatMap(({ questions }) => questions);
  // What is shown under a condition may be hidden in these items; if it is not, the list is asked after all.
  const always = page.pages.filter(isAlwaysShown).flatMap(({ questions }) => questions.filter(isAlwaysShown));
  const person = `${page.repeat}/*/person`;
  const fits = items.length >= page.min && items.length <= page.max;
  return [
    ...items
      .filter((item) => !isPersonThere(item, before))
      .map((item) => finding(place, 'not-asked-yet', `no person is asked for at ${item} before`)),
    ...(inner.some(({ at, as }) => at === person && as === 'person')
      ? []
      : [finding(place, 'no-place', `no question asks for a person at ${person}`)]),
    ...always
      .filter(({ at, optional, known }) => at !== person && optional !== true && known === undefined)
      .map(({ at }) => finding(place, 'unknown', `nothing says what ${at} is: give it "known"`)),
    ...(fits ? [] : [finding(place, 'min-max', `${items.length} items do not fit "min" and "max"`)]),
  ];
}

function isAlwaysShown({ showWhen }: { showWhen?: object }): boolean {
  return showWhen === undefined;
}
