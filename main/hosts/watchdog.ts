// Tells systemd that the kiosk is up, and again and again that it is alive. The heartbeat is a turn of the event loop:
// a process that hangs has none, and systemd starts it anew. Without systemd nothing happens here.
import { execFile } from 'node:child_process';
import type { Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';

/** Where systemd listens, and within which time it wants to hear from us; null: it does not watch. */
export interface Notice {
  socket: string;
  watchdogMs: number | null;
}

/** Sends states ('READY=1') to systemd; rejects when they could not be sent. */
export type Notify = (socket: string, states: string[]) => Promise<void>;

export interface Watchdog {
  /** Says that the kiosk serves, and begins the heartbeat. Never fails: a kiosk nobody watches still serves. */
  ready(): Promise<void>;
  stop(): void;
}

interface WatchdogParts {
  notice: Notice | null;
  timers: Timers;
  notify: Notify;
  log: Log;
}

/** Beats in each span: one may come late without the kiosk being ended for it. */
const BEATS_A_SPAN = 3;

/**
 * Takes systemd's word out of the environment, so that no program the kiosk starts can speak in its name. WATCHDOG_PID is
 * not compared: it names the display server that systemd started, and we are its child.
 */
export function takeNotice(environment: Record<string, string | undefined>): Notice | null {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: span } = environment;
  for (const name of ['NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID']) delete environment[name];
  if (socket === undefined || socket === '') return null;
  const watchdogMs = Number(span) / 1000;
  return { socket, watchdogMs: watchdogMs > 0 ? watchdogMs : null };
}

export function createWatchdog({ notice, timers, notify, log }: WatchdogParts): Watchdog {
  let next: { cancel(): void } | null = null;
  let isStopped = false;

  async function tell(socket: string, states: string[]): Promise<void> {
    try {
      await notify(socket, states);
    } catch (error) {
      log.unexpected('systemd not told', error);
    }
  }

  function beatAfter({ socket, watchdogMs }: Notice): void {
    if (watchdogMs === null || isStopped) return;
    next = timers.after(Math.floor(watchdogMs / BEATS_A_SPAN), () => {
      void tell(socket, ['WATCHDOG=1']).then(() => beatAfter({ socket, watchdogMs }));
    });
  }

  return {
    async ready() {
      if (notice === null) return;
      await tell(notice.socket, ['READY=1', 'WATCHDOG=1']);
      beatAfter(notice);
    },
    stop() {
      isStopped = true;
      next?.cancel();
    },
  };
}

/** Longer than this a datagram on the same machine takes only when nobody reads. */
const TELL_WITHIN_MS = 5000;

/** Node has no datagram sockets of the local kind: systemd's own program sends for us. */
export const notifySystemd: Notify = (socket, states) =>
  new Promise((resolve, reject) => {
    const options = { env: { NOTIFY_SOCKET: socket }, timeout: TELL_WITHIN_MS };
    execFile('/usr/bin/systemd-notify', states, options, (cause) =>
      cause === null ? resolve() : reject(new Error('systemd-notify failed', { cause })),
    );
  });
