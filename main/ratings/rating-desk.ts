// Puts a rating down: sealed and signed, once for an application and a stage, whether or not there is a connection.
import type { Enrolment } from '../store/enrolment.ts';
import type { Store } from '../store/store.ts';
import type { RatingCatalogue } from '../../domain/rating/catalogue.ts';
import { verdictFault, type TypedVerdict, type VerdictFault } from '../../domain/rating/rating.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { sealRating } from '../../lib/rating-envelope.ts';
import { uuidv7 } from '../ids.ts';

export interface RatingDesk {
  /** What is offered. */
  catalogue: RatingCatalogue;
  /** Whether this stage may still be rated, as far as this machine knows. */
  isOpen(receiptNumber: string, stage: string): Promise<boolean>;
  /** 'rated-already': another rating of this stage stands. */
  put(
    about: { receiptNumber: string; stage: string },
    verdict: TypedVerdict,
  ): Promise<Result<null, 'rated-already' | VerdictFault>>;
}

export interface RatingDeskParts {
  store: Store;
  enrolment: Enrolment;
  key: SigningKey;
  catalogue: RatingCatalogue;
  clock: Clock;
  /** A rating was put down. */
  onRated: () => void;
}

export function createRatingDesk(parts: RatingDeskParts): RatingDesk {
  const { store, enrolment, key, catalogue, clock, onRated } = parts;
  return {
    catalogue,
    isOpen: async (receiptNumber, stage) =>
      catalogue.stages.some(({ id }) => id === stage) &&
      !(await store.ratings.ratedStages(receiptNumber)).includes(stage),

    async put({ receiptNumber, stage }, verdict) {
      const fault = verdictFault(catalogue, verdict);
      if (fault !== null) return fail(fault);
      const now = clock.now();
      const id = uuidv7(now);
      const ratedAt = now.toISOString();
      const about = { format: 1 as const, id, receiptNumber, stage, channel: 5 as const, ratedAt, verdict };
      const { bytes, contentHash } = sealRating(
        { ...about, catalogue: { id: catalogue.id, version: catalogue.version } },
        // The one in force now: the platform may have changed it since the start.
        { id: enrolment.sealingKeyId, publicKey: enrolment.sealingKey },
      );
      const signature = key.sign('rating', bytes);
      const rating = { id, receiptNumber, stage, ratedAt, contentHash, envelope: bytes, signature };
      const isPut = await store.transaction(async (stores) => {
        if (!(await stores.ratings.put(rating))) return false;
        // That there is one, never what it says.
        await stores.journal.append(ratedAt, 'rated', { rating: id, stage });
        return true;
      });
      if (!isPut) return fail('rated-already');
      onRated();
      return ok(null);
    },
  };
}
