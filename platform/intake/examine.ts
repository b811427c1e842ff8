// Everything about an item that can be told without the database: it is read, its signature checked, opened and judged.
// This is most of what intake costs, and it waits for nobody, so that any thread can do it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RefusedBecause } from '../../domain/contract/platform-api.ts';
import type { Application } from '../../domain/submission/envelope.ts';
import type { Kiosk } from '../store/kiosks.ts';
import { judge, strangeness, type JudgeParts } from './judge.ts';
import { readItem, type ItemName, type ReadItem } from './read-item.ts';

/** What somebody handed in, as it came. */
export interface Sent {
  value: unknown;
  /** Its id was taken before: what was taken once stays taken, whatever became of its procedure since. */
  isKnown: boolean;
}

export type Verdict =
  | { state: 'refused'; name: ItemName; because: RefusedBecause }
  /** Not judged again. */
  | { state: 'known'; item: ReadItem }
  | { state: 'arrived'; item: ReadItem; application: Application };

/** A verdict, or what happened instead. */
export type Examined = { ok: true; verdict: Verdict } | { ok: false; surprise: unknown };

export interface Examiner {
  /** One for each, in order. Never throws. */
  examine(kiosk: Kiosk, sent: Sent[]): Promise<Examined[]>;
}

/** Takes half a millisecond for a small matter. */
export function verdictOn(kiosk: Kiosk, { value, isKnown }: Sent, parts: JudgeParts): Verdict {
  const read = readItem(value);
  if (!read.ok) return { state: 'refused', name: read.error, because: 'malformed' };
  const item = read.value;
  const name: ItemName = { id: item.id, contentHash: item.contentHash };
  const because = strangeness(item, kiosk);
  if (because !== null) return { state: 'refused', name, because };
  if (isKnown) return { state: 'known', item };
  const judged = judge(item, kiosk, parts);
  if (!judged.ok) return { state: 'refused', name, because: judged.error };
  return { state: 'arrived', item, application: judged.value.application };
}

export function examined(kiosk: Kiosk, sent: Sent, parts: JudgeParts): Examined {
  try {
    return { ok: true, verdict: verdictOn(kiosk, sent, parts) };
  } catch (surprise) {
    return { ok: false, surprise };
  }
}

/** Examines in this very thread, and lets others have the event loop after each: a whole batch takes long. */
export function createExaminerHere(parts: JudgeParts): Examiner {
  return {
    async examine(kiosk, sent) {
      const all: Examined[] = [];
      for (const one of sent) {
        await nextTurn();
        all.push(examined(kiosk, one, parts));
      }
      return all;
    },
  };
}
