/** Where time comes from. Handed in, so that tests decide what time it is. */
export interface Clock {
  /** Wall time. */
  now(): Date;
  /** Milliseconds that only ever grow while this process lives. */
  monotonicMs(): number;
}

/** Runs things later. `cancel` is idempotent. */
export interface Timers {
  after(ms: number, run: () => void): { cancel(): void };
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => Math.round(performance.now()),
};

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Beijing time has been eight hours ahead all year round since 1992, before anything here happened. */
const AHEAD_MS = 8 * 60 * 60 * 1000;
const cityTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

/** The calendar day in the city: 'YYYY-MM-DD', whatever zone the machine is set to. */
export function dayInCity(at: Date): string {
  return new Date(at.getTime() + AHEAD_MS).toISOString().slice(0, 10);
}

/** The time of day in the city: '10:32'. */
export function timeInCity(at: Date): string {
  return cityTime.format(at);
}
