import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { RatingShelf } from '../../lib/procedures/rating-shelf.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import { createRatingDesk, type RatingDesk } from './rating-desk.ts';

export interface RatingSurroundings {
  ratings: Pick<RatingShelf, 'latest'>;
  store: Store;
  enrolment: Enrolment | null;
  clock: Clock;
}

/** null: this machine is enrolled nowhere, or has no catalogue to rate by. */
export function openRatings(
  { ratings: { latest }, store, enrolment, clock }: RatingSurroundings,
  key: SigningKey,
  onRated: () => void,
): RatingDesk | null {
  if (enrolment === null || latest === null) return null;
  return createRatingDesk({ store, enrolment, key, catalogue: latest, clock, onRated });
}
