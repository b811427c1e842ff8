// Ratings in words, for the work list's case page. Who gave one is for whoever calls back and not for this page: those
// who handled the case must not see it.
import type { CaseView } from '../../domain/contract/console-api.ts';
import { same, type Text } from '../../domain/contract/text.ts';
import type { RatingCatalogue } from '../../domain/rating/catalogue.ts';
import type { OpeningKey } from '../../lib/envelope-crypto.ts';
import { openRating } from '../../lib/rating-envelope.ts';
import type { RatingShelf } from '../../lib/procedures/rating-shelf.ts';
import type { StoredRating } from '../store/ratings.ts';

export interface RatingViewParts {
  ratings: Pick<RatingShelf, 'version'>;
  openingKey: OpeningKey;
}

export function ratingViewOf(
  rating: StoredRating,
  { ratings, openingKey }: RatingViewParts,
): CaseView['ratings'][number] {
  const catalogue = ratings.version(rating.catalogue, rating.version);
  const words = openRating(rating.envelope, openingKey)?.verdict.words ?? '';
  return {
    at: rating.receivedAt,
    stage: titleOf(catalogue?.stages, rating.stage),
    level: rating.level,
    title: catalogue?.levels.find(({ level }) => level === rating.level)?.title ?? same(String(rating.level)),
    options: rating.options.map((id) => textOf(catalogue, id)),
    words: words === '' ? null : words,
    isNamed: rating.isNamed,
  };
}

function titleOf(stages: RatingCatalogue['stages'] | undefined, stage: string): Text {
  return stages?.find(({ id }) => id === stage)?.title ?? same(stage);
}

function textOf(catalogue: RatingCatalogue | null, option: string): Text {
  return catalogue?.options.find(({ id }) => id === option)?.text ?? same(option);
}
