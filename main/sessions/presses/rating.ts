// The verdict on a service: offered after the receipt and on the progress page, given once, left with one press.
import { refusalText } from '../../../domain/contract/refusals.ts';
import type { Text } from '../../../domain/contract/text.ts';
import type { TypedVerdict } from '../../../domain/rating/rating.ts';
import type { Handlers } from '../../dispatch.ts';
import type { RatingDesk } from '../../ratings/rating-desk.ts';
import type { Desk } from '../desk.ts';
import type { Found, ProgressDesk } from '../progress.ts';
import { showing, type HeldReceipt, type Session } from '../session.ts';

export interface RatingPressesParts {
  /** null: this machine asks for none. */
  ratings: RatingDesk | null;
  progress: ProgressDesk;
  /** The person leaves: everything is cleared. Answers the session that is left. */
  leave: () => Session;
}

/** Stages of the catalogue, by what was just done or how far the case is. */
const AFTER_HANDING_IN = 'hand-in';
const AFTER_CORRECTION = 'correction';
const AFTER_DECISION = 'result';

export function ratingPresses(
  desk: Desk,
  parts: RatingPressesParts,
): Pick<Handlers, 'finish' | 'rate' | 'giveRating'> {
  const { session } = desk;
  return {
    finish: ({ page }) => desk.press(page, () => finish(session(), parts)),
    rate: ({ page }) => desk.press(page, () => rate(session(), parts)),
    giveRating: ({ page, verdict }) => desk.press(page, () => give(session(), parts, verdict)),
  };
}

async function finish(session: Session, { ratings, leave }: RatingPressesParts): Promise<Session> {
  const { screen } = session;
  if (screen.at === 'rating') return leave();
  if (screen.at !== 'receipt') return session;
  const about = aboutReceipt(screen.receipt);
  const isOpen = ratings !== null && (await ratings.isOpen(about.receiptNumber, about.stage));
  return isOpen
    ? showing(session, { at: 'rating', about, back: null, problem: null, isGiven: false, isOffer: true })
    : leave();
}

/** A correction is rated as the case it mends: once, whatever number it has. */
function aboutReceipt({ paper, mends }: HeldReceipt): { receiptNumber: string; matter: Text; stage: string } {
  const stage = mends === null ? AFTER_HANDING_IN : AFTER_CORRECTION;
  return { receiptNumber: mends ?? paper.number, matter: paper.matter, stage };
}

/** The stage of an application that may be rated now; null: none, as far as can be known here. */
export async function stageToRate(found: Found, ratings: RatingDesk | null): Promise<string | null> {
  const { status, number } = found;
  if (ratings === null || status === null) return null;
  const isDecided = status.tasks.every(({ state }) => state === 'decided');
  const stage = isDecided ? AFTER_DECISION : AFTER_HANDING_IN;
  const isRated = status.rated.includes(stage) || !(await ratings.isOpen(status.receiptNumber, stage));
  return isRated || number === '' ? null : stage;
}

async function rate(session: Session, { ratings }: RatingPressesParts): Promise<Session> {
  const { screen } = session;
  if (screen.at !== 'progress') return session;
  const { found, among } = screen;
  const stage = await stageToRate(found, ratings);
  if (stage === null) return session;
  const receiptNumber = found.status?.receiptNumber ?? found.number;
  return showing(session, {
    at: 'rating',
    about: { receiptNumber, matter: found.matter, stage },
    back: { found, among },
    problem: null,
    isGiven: false,
    isOffer: false,
  });
}

async function give(
  session: Session,
  { ratings }: RatingPressesParts,
  verdict: TypedVerdict,
): Promise<Session> {
  const { screen } = session;
  if (screen.at !== 'rating' || screen.isGiven || ratings === null) return session;
  const put = await ratings.put(screen.about, tidied(verdict));
  if (!put.ok) return { ...session, screen: { ...screen, problem: refusalText(put.error), isOffer: false } };
  return showing(session, { ...screen, problem: null, isGiven: true, isOffer: true });
}

/** Somebody is at the rating that was offered: it does not leave by itself as soon. */
export function touchedRating(session: Session): Session {
  const { screen } = session;
  if (screen.at !== 'rating' || !screen.isOffer || screen.isGiven) return session;
  return { ...session, screen: { ...screen, isOffer: false } };
}

/** What is kept is what can be read: without what a keyboard leaves at the ends. */
function tidied({ level, options, words, rater }: TypedVerdict): TypedVerdict {
  return {
    level,
    options,
    words: lineOf(words),
    rater: rater === null ? null : { name: lineOf(rater.name), phone: lineOf(rater.phone) },
  };
}

function lineOf(typed: string): string {
  return typed.replaceAll(/\s+/g, ' ').trim().normalize('NFC');
}
