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

const cityDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const cityTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

/** The calendar day in the city: 'YYYY-MM-DD', whatever zone the machine is set to. */
export function dayInCity(at: Date): string {
  return cityDay.format(at);
}

/** The time of day in the city: '10:32'. */
export function timeInCity(at: Date): string {
  return cityTime.format(at);
}
