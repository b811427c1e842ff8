// What a progress page shows besides what was found: this machine's reader, copies and ratings.
import type { CardReader } from '../devices/card-reader/card-reader.ts';
import type { RatingDesk } from '../ratings/rating-desk.ts';
import type { Store } from '../store/store.ts';
import { stageToRate } from './presses/rating.ts';
import type { Session } from './session.ts';
import type { ProgressFacts } from './views/progress.ts';

export interface ProgressFactsParts {
  reader: CardReader | null;
  ratings: RatingDesk | null;
  store: Store;
  reprints: number;
}

export async function progressFacts(
  { screen }: Session,
  { reader, ratings, store, reprints }: ProgressFactsParts,
): Promise<ProgressFacts> {
  const common = { hasReader: reader !== null, reprints };
  if (screen.at !== 'progress') return { ...common, print: null, rates: null };
  const { found } = screen;
  const print = found.here === null ? null : await store.printJobs.latestOf(found.here.sequence);
  return { ...common, print, rates: await stageToRate(found, ratings) };
}

/** The receipt that is on the screen or may be printed from it, by its sequence; null: none. */
export function sequenceShown({ screen }: Session): number | null {
  if (screen.at === 'receipt') return screen.receipt.sequence;
  return screen.at === 'progress' ? (screen.found.here?.sequence ?? null) : null;
}

/** The session with what this machine now knows of the application on the screen. */
export async function withFreshState(session: Session, store: Store): Promise<Session> {
  const { screen } = session;
  if (screen.at !== 'progress' || screen.found.here === null) return session;
  const here = await store.submissions.bySequence(screen.found.here.sequence);
  return { ...session, screen: { ...screen, found: { ...screen.found, here } } };
}
