// What reads identity cards: a module on a serial line, or the simulator. What it tells is held in memory only.
import type { IdentityCard } from '../../../domain/identity-card/card.ts';

/** How a reader is. */
export type ReaderState =
  'ready' | 'not-connected' | 'not-allowed' | 'no-answer' | 'self-test-failed' | 'not-authorised';

/** Why a card that lies there gives nothing. */
export type CardTrouble =
  /** Lifted too early, bent, or not an identity card: laying it down again may help. */
  | 'not-read'
  /** Reader and card do not take each other for genuine. */
  | 'not-genuine'
  /** Read, but what it says cannot be. */
  | 'not-understood';

export type CardNews =
  | { news: 'reader'; state: ReaderState }
  /** A card lies there and is being read. */
  | { news: 'reading' }
  | { news: 'card'; card: IdentityCard }
  | { news: 'trouble'; because: CardTrouble }
  /** The card that was read was taken away. */
  | { news: 'removed' };

export interface CardReader {
  /** How the reader is: asked now, or as it said last while somebody watches it. */
  status(): Promise<ReaderState>;
  /** Waits for cards, one after the other, and tells what happens. One watcher at a time. */
  watch(hear: (news: CardNews) => void): { stop(): Promise<void> };
}
