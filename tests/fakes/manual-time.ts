import type { Clock, Timers } from '../../lib/clock.ts';

/** Time that passes when a test says so. */
export interface ManualTime {
  clock: Clock;
  timers: Timers;
  /** Lets time pass and runs what falls due, in order. */
  pass(ms: number): void;
  /** Sets the wall clock as somebody with a screwdriver would; nothing falls due. */
  setWallClock(to: Date): void;
  /** Milliseconds until the next thing falls due, or null. */
  nextIn(): number | null;
}

export function manualTime(start: Date): ManualTime {
  let wall = start.getTime();
  let monotonic = 0;
  let waiting: { at: number; run: () => void }[] = [];

  function due(until: number): { at: number; run: () => void } | undefined {
    return waiting.filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)[0];
  }

  function moveTo(moment: number): void {
    wall += moment - monotonic;
    monotonic = moment;
  }

  return {
    clock: { now: () => new Date(wall), monotonicMs: () => monotonic },
    timers: {
      after(ms, run) {
        const entry = { at: monotonic + ms, run };
        waiting.push(entry);
        return {
          cancel: () => {
            waiting = waiting.filter((other) => other !== entry);
          },
        };
      },
    },
    pass(ms) {
      const until = monotonic + ms;
      for (let next = due(until); next !== undefined; next = due(until)) {
        const entry = next;
        waiting = waiting.filter((other) => other !== entry);
        moveTo(entry.at);
        entry.run();
      }
      moveTo(until);
    },
    setWallClock: (to) => {
      wall = to.getTime();
    },
    nextIn: () => (waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at)) - monotonic),
  };
}
