// A receipt must not bear a date that cannot be. A clock that is merely wrong is let pass: its times are corrected by the
// platform, which keeps both. What is refused: a day before there was such a program (an empty battery gives 1970 or
// 2000), and one far beyond the last time that is known.
import type { Clock } from '../../lib/clock.ts';
import { kioskMigrations } from '../../migrations/kiosk/index.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of the first schema: no kiosk served before it. */
const FIRST_DAY_MS = new Date(kioskMigrations[0]?.name.slice(0, 10) ?? 0).getTime();

/** A machine may stand in a store room for a year and be right all the same. */
const AHEAD_OF_JOURNAL_MS = 400 * DAY_MS;
/** Once the platform was heard, only a day lies between a wrong setting and an impossible one. */
const AHEAD_OF_PLATFORM_MS = DAY_MS;

export interface ClockGuard {
  /** What the platform said the time is, in words that it signed. */
  heard(platformNow: Date): void;
  /** Whether the machine's date cannot be right. */
  isImpossible(): Promise<boolean>;
}

export interface ClockGuardParts {
  clock: Clock;
  store: Pick<Store, 'journal'>;
}

export function createClockGuard({ clock, store }: ClockGuardParts): ClockGuard {
  let heard: { platformMs: number; monotonicMs: number } | null = null;

  /** The latest moment that may be true; null: nothing is known. */
  async function latestMs(): Promise<number | null> {
    if (heard !== null) {
      const passedMs = clock.monotonicMs() - heard.monotonicMs;
      return heard.platformMs + passedMs + AHEAD_OF_PLATFORM_MS;
    }
    const last = await store.journal.last();
    return last === null ? null : new Date(last.at).getTime() + AHEAD_OF_JOURNAL_MS;
  }

  return {
    heard: (platformNow) => {
      heard = { platformMs: platformNow.getTime(), monotonicMs: clock.monotonicMs() };
    },
    async isImpossible() {
      const now = clock.now().getTime();
      if (now < FIRST_DAY_MS) return true;
      const latest = await latestMs();
      return latest !== null && now > latest;
    },
  };
}
