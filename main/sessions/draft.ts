// One citizen's application while it is being filled in. It lives in this process's memory and nowhere else: a power
// cut loses it, which is right for a machine that strangers share.
import type { Problem, RawAnswers } from '../../domain/contract/answers.ts';
import { walk, type AskedQuestion, type Walk } from '../../domain/procedure/pages.ts';
import { valueAt, type JsonObject } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { Page, RepeatPage } from '../../domain/procedure/procedure.ts';
import type { Source } from '../../domain/submission/envelope.ts';
import { TYPED, type ApplicantIdentity } from './applicant-identity.ts';
import { NO_DOCUMENTS, type DraftDocuments } from '../documents/draft-documents.ts';
import { canAnswer, type Mends } from './notice.ts';
import { keptSources } from './sources.ts';

export type Position =
  | { at: 'page'; page: string }
  | { at: 'item'; page: string; index: number; inner: string; isNew: boolean }
  | { at: 'check' }
  | { at: 'confirm' };
export type ItemPosition = Extract<Position, { at: 'item' }>;

export interface Draft {
  /** UUIDv7; becomes the submission's id, so that a second press cannot make a second submission. */
  id: string;
  prepared: Prepared;
  startedAt: Date;
  answers: JsonObject;
  /** The answers that a card or a record gave, as long as the citizen leaves them as they are. */
  sources: Source[];
  identity: ApplicantIdentity;
  /** What was handed in for it, and the step in which something is. */
  documents: DraftDocuments;
  position: Position;
  /** What was typed on this page and could not be taken. */
  entered: RawAnswers;
  problems: Problem[];
  /** The citizen is changing one answer and returns to the check page. */
  changing: boolean;
  typedName: string;
  /** The application that this one mends; absent: it is a new one. */
  mends?: Mends;
}

export function newDraft(prepared: Prepared, id: string, startedAt: Date): Draft {
  const [first] = prepared.procedure.pages;
  if (first === undefined) throw new Error('a procedure has at least one page');
  return {
    id,
    prepared,
    startedAt,
    answers: {},
    sources: [],
    documents: NO_DOCUMENTS,
    identity: TYPED,
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
export function askedHere(draft: Draft, walked: Walk): AskedQuestion[] {
  return onPage(draft, walked).filter(canAnswer(draft));
}

function onPage({ position }: Draft, walked: Walk): AskedQuestion[] {
  if (position.at === 'page')
    return walked.questions.filter((asked) => asked.page === position.page && asked.item === null);
  if (position.at !== 'item') return [];
  const { page, index, inner } = position;
  return walked.questions.filter(
    (asked) => asked.page === page && asked.item === index && asked.inner === inner,
  );
}

/** The draft on another page. */
export function standingAt(draft: Draft, position: Position): Draft {
  return { ...draft, position, entered: {}, problems: [] };
}

/** The draft with other answers. What a card or a record said of those that changed is forgotten. */
export function withAnswers(draft: Draft, answers: JsonObject): Draft {
  return { ...draft, answers, sources: keptSources(draft.sources, draft.answers, answers) };
}

export function itemsOf(draft: Draft, page: RepeatPage): number {
  const list = valueAt(draft.answers, page.repeat);
  return Array.isArray(list) ? list.length : 0;
}
