// Fills in an application over the contract, as a citizen would page by page, from the answers it should end with.
import type { RawAnswer, RawAnswers } from '../domain/contract/answers.ts';
import type { In, Name, Out, Reply, Send } from '../domain/contract/kiosk-api.ts';
import type { QuestionView, View, ViewOf } from '../domain/contract/views.ts';
import { maskResidentId } from '../domain/identifiers/resident-id.ts';
import { kinds } from '../domain/procedure/kinds/index.ts';
import { isPerson } from '../domain/procedure/kinds/person.ts';
import { patternOf, valueAt, type JsonObject } from '../domain/procedure/pointer.ts';
import { isRepeatPage, questionsOf, type Procedure } from '../domain/procedure/procedure.ts';
import type { Json } from '../domain/submission/canonical-json.ts';
import { PHOTOGRAPH } from './builders/photograph.ts';

/** A question to the kiosk that must be answered. */
export async function ask<N extends Name>(send: Send, name: N, input: In<N>): Promise<Out<N>> {
  const reply = (await send(name, input)) as Reply<Out<N>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
  return reply.value;
}

/** Where the screen lists this person: by name and masked number, for it never sees a whole identity number. */
function knownAt(value: Json, { people }: QuestionView): string | undefined {
  if (!isPerson(value)) return undefined;
  const masked = maskResidentId(value.residentId);
  return people.find((known) => known.name === value.name && known.masked === masked)?.at;
}

/** What a citizen presses or types so that the answer becomes this one: whoever is listed is picked, not typed again. */
function rawFor(view: QuestionView, answers: JsonObject, procedure: Procedure): RawAnswer {
  const value = valueAt(answers, view.at);
  if (value === undefined) return null;
  const question = questionsOf(procedure).find(({ at }) => at === patternOf(view.at));
  if (question === undefined) throw new Error(`the procedure asks nothing at ${view.at}`);
  if (question.as === 'people' && Array.isArray(value))
    return value.map((person) => knownAt(person, view) ?? `nobody at ${view.at}`);
  const known = knownAt(value, view);
  if (known !== undefined) return { known };
  return kinds[question.as].raw(value, { question, options: [], people: [], today: '' });
}

function rawPage(view: ViewOf<'questions'>, answers: JsonObject, procedure: Procedure): RawAnswers {
  return Object.fromEntries(
    view.questions.map((question) => [question.at, rawFor(question, answers, procedure)]),
  );
}

/** The list's page is known by its title: a view has no other name for it. */
function itemsWanted(view: ViewOf<'list'>, answers: JsonObject, procedure: Procedure): number {
  const page = procedure.pages.filter(isRepeatPage).find(({ title }) => title.en === view.title.en);
  if (page === undefined) throw new Error(`the procedure has no list “${view.title.en}”`);
  const list = valueAt(answers, page.repeat);
  return Array.isArray(list) ? list.length : 0;
}

/** Hands in a photograph of the document. */
async function photograph(send: Send, { page }: View, document: string): Promise<View> {
  const opened = await ask(send, 'openDocument', { page, document, by: 'camera' });
  if (opened.screen !== 'capture') throw new Error(`${document} cannot be photographed: ${opened.screen}`);
  const shot = `shot-${document}`.slice(0, 64);
  await ask(send, 'sendShot', { page: opened.page, shot, part: 0, data: PHOTOGRAPH });
  const kept = await ask(send, 'keepShot', { page: opened.page, shot });
  return ask(send, 'closeDocument', { page: kept.page });
}

/** The next press of somebody who wants to end with these answers. */
export async function nextPress(
  send: Send,
  view: View,
  answers: JsonObject,
  procedure: Procedure,
): Promise<View> {
  if (view.screen === 'identity') return ask(send, 'typeIdentity', { page: view.page, consent: false });
  if (view.screen === 'documents') {
    // What may follow follows; what must be here is photographed.
    const needed = view.documents.find(({ state }) => state === 'needed');
    if (needed !== undefined) return photograph(send, view, needed.id);
  }
  if (view.screen === 'questions') {
    const next = await ask(send, 'answerPage', {
      page: view.page,
      answers: rawPage(view, answers, procedure),
    });
    if (next.screen === 'questions' && next.problems.length > 0)
      throw new Error(`${next.title.en}: ${next.problems.map(({ at, code }) => `${at} ${code}`).join(', ')}`);
    return next;
  }
  if (view.screen === 'list' && view.items.length < itemsWanted(view, answers, procedure))
    return ask(send, 'addItem', { page: view.page });
  const next = await ask(send, 'answerPage', { page: (view as ViewOf<'list'>).page, answers: {} });
  if ('problems' in next && next.problems.length > 0)
    throw new Error(`${view.screen}: ${next.problems.map(({ at, code }) => `${at} ${code}`).join(', ')}`);
  return next;
}

/** Begins an application and fills it in up to the page where it is confirmed. */
export async function fillIn(
  send: Send,
  procedure: Procedure,
  answers: JsonObject,
): Promise<ViewOf<'confirm'>> {
  let view = await ask(send, 'beginApplication', { procedure: procedure.id });
  for (let presses = 0; view.screen !== 'confirm'; presses += 1) {
    if (presses > 1000) throw new Error(`no end: stuck on ${view.screen}`);
    view = await nextPress(send, view, answers, procedure);
  }
  return view;
}

/** Confirms with the applicant's name. */
export async function confirm(send: Send, view: ViewOf<'confirm'>): Promise<ViewOf<'receipt'>> {
  const next = await ask(send, 'submit', { page: view.page, typedName: view.applicant });
  if (next.screen !== 'receipt') throw new Error(`no receipt but ${next.screen}: ${JSON.stringify(next)}`);
  return next;
}
