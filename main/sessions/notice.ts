// What the notice lets an applicant change while a returned application is mended.
import { mayChange } from '../../domain/correction/changes.ts';
import { documentsNamed, placesNamed, type Reason } from '../../domain/correction/reasons.ts';
import { askedFor, walk, type AskedQuestion } from '../../domain/procedure/pages.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import type { DraftDocuments } from '../documents/draft-documents.ts';
import type { Draft } from './draft.ts';
import type { ProgressScreen } from './session.ts';

export interface Mends {
  /** The application that is mended, by its receipt number. */
  receiptNumber: string;
  before: JsonObject;
  reasons: readonly Reason[];
  /** What was handed in before and is not named: it stays as it is. */
  kept: DraftDocuments['gifts'];
  /** Files among these: the platform has them, this machine does not. By digest. */
  carried: readonly string[];
  /** The page it was begun from. */
  from: ProgressScreen;
}

function isTold(draft: Draft, place: string): boolean {
  return draft.problems.some(({ at }) => at === place || at.startsWith(`${place}/`));
}

/** Which answers of a mended application can be changed now, by place; of a new one all of them. */
export function changeableIn(draft: Draft, today: string): (place: string) => boolean {
  const { mends, prepared, answers } = draft;
  if (mends === undefined) return () => true;
  const mending = { before: mends.before, named: placesNamed(mends.reasons) };
  const isChangeable = mayChange(prepared, mending, answers, today);
  return (place) => isChangeable(place) || isTold(draft, place);
}

/** Leaves out the questions of a page that nobody asked to mend. */
export function canAnswer(draft: Draft): (asked: AskedQuestion) => boolean {
  if (draft.mends === undefined) return () => true;
  let isChangeable: ((place: string) => boolean) | null = null;
  return ({ at, context }) => {
    isChangeable ??= changeableIn(draft, context.today);
    return isChangeable(at);
  };
}

/** Where answers on the check page are changed; null: they may not be. */
export function changePlaces(draft: Draft, today: string): (place: string | null) => string | null {
  if (draft.mends === undefined) return (place) => place;
  const isChangeable = changeableIn(draft, today);
  const walked = walk(draft.prepared, draft.answers, today);
  return (place) => {
    if (place === null) return null;
    return isChangeable(askedFor(place, walked)?.at ?? place) ? place : null;
  };
}

/** Whether documents can be handed in again: one of them is named, or something is wrong with one. */
export function areDocumentsOpen(draft: Draft, documentsAt: string): boolean {
  return (
    draft.mends === undefined || documentsNamed(draft.mends.reasons).length > 0 || isTold(draft, documentsAt)
  );
}

/** Back from the check page of a mended application leads to its progress; null: it leads elsewhere. */
export function backFromMending({ mends, position }: Draft): ProgressScreen | null {
  return mends !== undefined && position.at === 'check' ? mends.from : null;
}
