// What the kiosk knows about the person in front of it. In memory only; a new one is made when they leave.
import { randomBytes } from 'node:crypto';
import type { Locale, Text } from '../../domain/contract/text.ts';
import type { Appearance } from '../../domain/contract/views.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { CopyFacts } from '../copies/copy-facts.ts';
import type { HeldNeed } from '../../domain/documents/holding.ts';
import type { Attended, Duty, StaffScreen } from '../staff/duty.ts';
import type { Draft } from './draft.ts';
import type { IdentityStep } from './identity-step.ts';
import type { Found } from './progress.ts';

/** A receipt as long as its owner stands here. */
export interface HeldReceipt {
  sequence: number;
  paper: ReceiptPaper;
  documents: HeldNeed[];
  /** Receipt number of the application that was mended; null: it is a new one. */
  mends: string | null;
  /** All that was handed in, for a copy on paper; null: this machine prints none. It ends with this page. */
  application: CopyFacts | null;
}

/** A verdict that is asked for: of which application and stage, and where the way leads back to. */
export interface RatingScreen {
  about: { receiptNumber: string; matter: Text; stage: string };
  /** The progress page it was asked from; null: out. */
  back: ProgressScreen | null;
  problem: Text | null;
  isGiven: boolean;
  /** Nobody has touched it since it was offered: it soon leaves by itself. */
  isOffer: boolean;
}

export interface ProgressScreen {
  found: Found;
  /** The list it was chosen from; null: it was asked for alone. */
  among: Found[] | null;
}

export type Screen =
  | { at: 'welcome' }
  | { at: 'matters' }
  | { at: 'guide'; procedure: string; closed: Text | null }
  | { at: 'identity'; step: IdentityStep }
  | { at: 'draft'; draft: Draft; refused: Text | null }
  | { at: 'receipt'; receipt: HeldReceipt }
  | { at: 'ask-progress'; number: string; problem: Text | null }
  | { at: 'cases'; cases: Found[] }
  | ({ at: 'progress' } & ProgressScreen)
  | { at: 'mend-identity'; from: ProgressScreen; problem: Text | null }
  | ({ at: 'rating' } & RatingScreen)
  | { at: 'staff'; staff: StaffScreen };

export interface Session {
  /** Names the page on the screen; a new one whenever the page changes. */
  page: string;
  appearance: Appearance;
  screen: Screen;
  /** The screen was reloaded in the middle: nobody knows who stands there now. */
  isAsking: boolean;
  /** The number on the card that this session began with; null: it began without one. */
  card: string | null;
  /** What happened that no press asked for; it goes with the page. */
  notice: Text | null;
  /** Staff who are signed in at this screen; null: nobody is. */
  duty: Duty | null;
  /** What staff have to do with the application on the screen; null: the citizen is alone with it. */
  attended: Attended | null;
}

export function newSession(locale: Locale): Session {
  return {
    page: newPageToken(),
    appearance: { locale, size: 2, contrast: 'off', speech: false, lowReach: false },
    screen: { at: 'welcome' },
    isAsking: false,
    card: null,
    notice: null,
    duty: null,
    attended: null,
  };
}

function newPageToken(): string {
  return randomBytes(12).toString('base64url');
}

/** The session with another page on the screen. */
export function showing(session: Session, screen: Screen): Session {
  return { ...session, screen, page: newPageToken(), notice: null };
}

/** Whether anything of this person is on the machine. */
export function isPersonal({ screen }: Session): boolean {
  if (screen.at === 'identity') return screen.step.draft.identity.number !== null;
  return !['welcome', 'matters', 'guide'].includes(screen.at);
}
