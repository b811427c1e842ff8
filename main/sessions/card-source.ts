// The identity card that lies on the reader, for a press that needs it at once. What it tells is held in memory only.
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Timers } from '../../lib/clock.ts';
import type { CardDesk } from './card-desk.ts';

export interface CardSource {
  /** The identity number of the card that lies there now; or that there is none to read. */
  read(): Promise<Result<string, RefusalCode>>;
}

/** Other presses wait meanwhile: a card that does not lie there yet is hardly waited for. */
const LOOKS = 30;
const BETWEEN_LOOKS_MS = 100;

/**
 * The card on the desk's reader. One that the person before forgot is not read; the desk goes on watching until this
 * person leaves, so that it hears when their card is taken away.
 */
export function cardSourceOf(cards: Pick<CardDesk, 'begin' | 'lying'>, timers: Timers): CardSource {
  const pause = () => new Promise<void>((resolve) => void timers.after(BETWEEN_LOOKS_MS, resolve));
  return {
    async read() {
      cards.begin();
      for (let look = 0; look < LOOKS; look += 1) {
        const card = cards.lying();
        if (card !== null) return ok(card.number);
        await pause();
      }
      return fail('card-not-read');
    },
  };
}
