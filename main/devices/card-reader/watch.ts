// The watch over a reader: who tells when a card is laid down, read and taken away, and when the reader itself is gone.
import type { IdentityCard } from '../../../domain/identity-card/card.ts';
import { ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { CardNews, CardTrouble, ReaderState } from './card-reader.ts';
import { find, findAfresh, isStillThere, readCard } from './read-card.ts';
import type { Talk, TalkFault } from './talk.ts';

export interface WatchParts {
  open(): Promise<Result<Talk, ReaderState>>;
  timers: Timers;
  hear(news: CardNews): void;
}

/** The module wants at least 300 ms between two searches. */
export const LOOK_EVERY_MS = 300;
export const REOPEN_EVERY_MS = 2000;
/** One search in vain is a tremble of the hand. */
const MISSES_UNTIL_GONE = 2;

/**
 * What lies on the reader: a card that was read, or one that gave nothing. Whether the latter still lies there cannot be
 * asked; the next that is found after a search in vain is a card laid down anew.
 */
type Lying = { card: IdentityCard } | { card: null; wasMissed: boolean };

export function watchCards({ open, timers, hear }: WatchParts): { stop(): Promise<void> } {
  let isStopped = false;
  let wake: () => void = () => {};
  let told: ReaderState | null = null;
  // It outlives the line: a reader that was unplugged for a moment has not lost its card.
  let lying: Lying | null = null;
  let misses = 0;

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (isStopped) return resolve();
      const pending = timers.after(ms, resolve);
      wake = () => {
        pending.cancel();
        resolve();
      };
    });
  }

  function tell(state: ReaderState): void {
    if (state === told || isStopped) return;
    told = state;
    hear({ news: 'reader', state });
  }

  function say(news: CardNews): void {
    if (!isStopped) hear(news);
  }

  function gone(): void {
    lying = null;
    misses = 0;
    say({ news: 'removed' });
  }

  /** What a card that was found says; the one that lay there a moment ago is no news. */
  function found(read: Result<IdentityCard, CardTrouble>): void {
    misses = 0;
    const before = lying?.card ?? null;
    if (!read.ok) {
      // A card that was read and now is not: it is being moved, and will be found again or missed.
      if (before !== null) return;
      lying = { card: null, wasMissed: false };
      return say({ news: 'trouble', because: read.error });
    }
    if (before?.number === read.value.number) return;
    // Another card lies there than a moment ago: the first must have been taken away.
    if (before !== null) gone();
    lying = { card: read.value };
    say({ news: 'card', card: read.value });
  }

  function missed(): void {
    misses += 1;
    if (lying?.card === null) lying = { card: null, wasMissed: true };
    else if (lying !== null && misses >= MISSES_UNTIL_GONE) gone();
  }

  /** One look; a fault when the line is no good any more. */
  async function look(talk: Talk, search: typeof find): Promise<Result<null, TalkFault>> {
    if (lying?.card != null) {
      const there = await isStillThere(talk);
      if (!there.ok) return there;
      if (there.value) {
        misses = 0;
        return ok(null);
      }
    }
    const seen = await search(talk);
    if (!seen.ok) return seen;
    if (!seen.value) {
      missed();
      return ok(null);
    }
    if (lying?.card === null && !lying.wasMissed) return ok(null);
    if (lying === null || lying.card === null) say({ news: 'reading' });
    const reading = await readCard(talk);
    if (!reading.ok) return reading;
    found(reading.value);
    return ok(null);
  }

  async function tend(talk: Talk): Promise<void> {
    // The card may have been read before this line was opened: it is looked for afresh.
    let seen = await look(talk, findAfresh);
    while (seen.ok && !isStopped) {
      await pause(LOOK_EVERY_MS);
      if (!isStopped) seen = await look(talk, find);
    }
    await talk.hangUp();
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      const opened = await open();
      if (opened.ok) {
        tell('ready');
        await tend(opened.value);
      } else tell(opened.error);
      if (!isStopped) await pause(opened.ok ? LOOK_EVERY_MS : REOPEN_EVERY_MS);
    }
  }

  const running = run();
  return {
    async stop() {
      isStopped = true;
      wake();
      await running;
    },
  };
}
