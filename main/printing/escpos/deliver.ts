// Brings a sheet to the printer piece by piece, never more at a time than the smallest printer can hold: so it is not
// overrun, and it still hears us ask how it is while it stands still with a full memory.
import { untilAborted } from '../until-aborted.ts';
import type { Status } from './status.ts';
import type { Talk } from './talk.ts';

/** The smallest receive buffer there is holds 4096 bytes; questions need room beside the picture. */
const AT_ONCE_BYTES = 4000;

/** While nothing happens the printer is asked so often why. */
export const LOOK_EVERY_MS = 500;

export type Delivered =
  | { end: 'worked-off' }
  /** It stands still, for this reason. */
  | { end: 'stopped'; because: NonNullable<Status['cause']> }
  /** The line was lost or the printer fell silent. */
  | { end: 'silent'; isAllSent: boolean }
  | { end: 'aborted'; isAllSent: boolean };

/** Settles when the printer has said that the last piece was worked off, or as soon as it will not be. */
export async function deliver(talk: Talk, pieces: Uint8Array[], signal: AbortSignal): Promise<Delivered> {
  for (const piece of pieces) {
    const hindered = await waitUntil(() => talk.unanswered() + piece.length <= AT_ONCE_BYTES, false);
    if (hindered !== null) return hindered;
    const sent = await untilAborted(talk.sendMarked(piece), signal);
    if (sent !== true) return { end: sent === false ? 'silent' : 'aborted', isAllSent: false };
  }
  return (await waitUntil(() => talk.unanswered() === 0, true)) ?? { end: 'worked-off' };

  async function waitUntil(isSo: () => boolean, isAllSent: boolean): Promise<Delivered | null> {
    while (!isSo()) {
      const news = await untilAborted(talk.nextMark(LOOK_EVERY_MS), signal);
      if (news === 'aborted') return { end: 'aborted', isAllSent };
      if (news === 'lost') return { end: 'silent', isAllSent };
      if (news !== 'time-up') continue;
      const status = await talk.status();
      // What it answered while we asked counts more.
      if (isSo()) break;
      if (status === null) return { end: 'silent', isAllSent };
      if (status.cause !== null) return { end: 'stopped', because: status.cause };
    }
    return null;
  }
}
