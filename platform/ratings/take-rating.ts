// Takes ratings in, each exactly once: one for a case and stage, never changed. What is anonymous arrives without a name
// and gets none here.
import { canonicalJson } from '../../domain/submission/canonical-json.ts';
import type { RatingAnswer, RatingItem } from '../../domain/contract/rating-api.ts';
import { verdictFault, type Rating } from '../../domain/rating/rating.ts';
import type { Clock } from '../../lib/clock.ts';
import type { OpeningKey } from '../../lib/envelope-crypto.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { openRating, ratingHashOf } from '../../lib/rating-envelope.ts';
import type { RatingShelf } from '../../lib/procedures/rating-shelf.ts';
import { findCase } from '../cases/find-case.ts';
import type { Case } from '../store/cases.ts';
import { isSignedBy } from '../enrolment/kiosk-signature.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { StoredRating } from '../store/ratings.ts';
import type { Store, Stores } from '../store/store.ts';

export interface RatingParts {
  store: Store;
  ratings: Pick<RatingShelf, 'version'>;
  openingKey: OpeningKey;
  signingKey: SigningKey;
  clock: Clock;
}

type Word = Pick<RatingAnswer, 'result' | 'because'>;

const no = (because: RatingAnswer['because']): Word => ({ result: 'refused', because });

interface Arrived {
  item: RatingItem;
  bytes: Buffer;
  contentHash: Buffer;
  kiosk: Kiosk;
  at: string;
}

/** The platform's signed word about one rating. */
export async function takeRating(
  parts: RatingParts,
  kiosk: Kiosk,
  item: RatingItem,
): Promise<{ body: string; signature: string }> {
  const bytes = Buffer.from(item.envelope, 'base64');
  const contentHash = ratingHashOf(bytes);
  const at = parts.clock.now().toISOString();
  const word = await judged(parts, { item, bytes, contentHash, kiosk, at });
  const body = canonicalJson({
    format: 1,
    of: 'rating',
    id: item.id,
    contentHash: contentHash.toString('hex'),
    receivedAt: at,
    ...word,
  });
  return { body, signature: parts.signingKey.sign('rating-answer', Buffer.from(body)) };
}

async function judged(parts: RatingParts, arrived: Arrived): Promise<Word> {
  const { item, bytes, kiosk } = arrived;
  if (!isSignedBy(kiosk, 'rating', bytes, item.signature)) return no('signature-wrong');
  const rating = openRating(bytes, parts.openingKey);
  if (rating === null || rating.id !== item.id) return no('unreadable');
  const catalogue = parts.ratings.version(rating.catalogue.id, rating.catalogue.version);
  if (catalogue === null) return no('catalogue-unknown');
  if (!catalogue.stages.some(({ id }) => id === rating.stage)) return no('verdict-wrong');
  if (verdictFault(catalogue, rating.verdict) !== null) return no('verdict-wrong');
  return parts.store.transaction((stores) => putDown(stores, arrived, rating));
}

async function putDown(stores: Stores, arrived: Arrived, rating: Rating): Promise<Word> {
  const known = await stores.ratings.byId(rating.id);
  if (known !== null)
    return known.contentHash.equals(arrived.contentHash)
      ? { result: 'already-taken', because: null }
      : no('conflict');
  const found = await findCase(stores, rating.receiptNumber);
  if (found === null) return { result: 'not-yet', because: null };
  const given = await stores.ratings.ofCase(found.division, found.id);
  if (given.some(({ stage }) => stage === rating.stage)) return no('already-rated');
  await stores.ratings.put(storedOf(arrived, rating, found));
  const { level, rater } = rating.verdict;
  const body = { rating: rating.id, stage: rating.stage, level, named: rater !== null };
  await stores.events.append(found.division, [
    { kind: 'rated', at: arrived.at, caseId: found.id, kiosk: arrived.kiosk.id, body },
  ]);
  return { result: 'taken', because: null };
}

function storedOf(
  { item, bytes, contentHash, kiosk, at }: Arrived,
  rating: Rating,
  found: Case,
): StoredRating {
  const { level, options, rater } = rating.verdict;
  return {
    division: found.division,
    caseId: found.id,
    stage: rating.stage,
    id: rating.id,
    level,
    catalogue: rating.catalogue.id,
    version: rating.catalogue.version,
    options,
    isNamed: rater !== null,
    kiosk: kiosk.id,
    ratedAt: rating.ratedAt,
    receivedAt: at,
    contentHash,
    envelope: bytes,
    signature: item.signature,
  };
}
