import type { QuestionCounter } from './question-counter.ts';
import type { Session } from './session.ts';
import { placesHere } from './steps.ts';

/** Counts what the questions saw of one step. `leaves`: the citizen turned back from the page before. */
export function countStep(
  counter: QuestionCounter,
  before: Session,
  after: Session,
  leaves: 'back' | null,
  today: string,
): void {
  const here = placesHere(after, today);
  if (after.page !== before.page) {
    const left = leaves === null ? null : placesHere(before, today);
    if (left !== null) counter.note(left.prepared, 'back', left.places);
    if (here !== null) counter.note(here.prepared, 'shown', here.places);
    return;
  }
  if (here === null || after.screen.at !== 'draft') return;
  const wrong = after.screen.draft.problems.map(({ at }) => at);
  const places = here.places.filter((place) => wrong.includes(place));
  counter.note(here.prepared, 'wrong', places);
}
