// Whether the platform can be reached, as last seen. Only an answer with its signature counts as reached.
import type { Status } from '../../domain/contract/kiosk-api.ts';
import type { PlatformTime } from '../../domain/contract/platform-api.ts';
import type { Clock, Timers } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Store } from '../store/store.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

export type LinkState = Status['link'];

export interface LinkParts {
  client: PlatformClient;
  store: Store;
  clock: Clock;
  timers: Timers;
  random: () => number;
  log: Log;
  checkEveryMs: number;
  /** A restored connection is used after a random moment up to this: a city's kiosks do not return at once. */
  spreadMs: number;
  onChange: (state: LinkState) => void;
  /** The platform answered a check: what is fetched now and then is fetched now. */
  onReached?: (told: PlatformTime) => Promise<void>;
  /** The connection came back and the moment has come. */
  onRestored: () => void;
}

export interface Link {
  state(): LinkState;
  /** What another exchange with the platform said. */
  note(trouble: Trouble | null): void;
  /** Asks now. */
  check(): Promise<LinkState>;
  start(): void;
  stop(): Promise<void>;
}

/** Below this the platform's clock and ours are taken to agree: an exchange takes time itself. */
const OFFSET_NOISE_MS = 1000;

export function createLink(parts: LinkParts): Link {
  const { client, store, clock, timers, random, log } = parts;
  let state: LinkState = 'offline';
  let next: { cancel(): void } | null = null;
  let restoring: { cancel(): void } | null = null;
  let checking: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  function become(now: LinkState): void {
    if (now === state) return;
    state = now;
    log.info('link', { state });
    parts.onChange(now);
    restoring?.cancel();
    restoring =
      now === 'online' ? timers.after(Math.floor(random() * parts.spreadMs), parts.onRestored) : null;
  }

  async function check(): Promise<LinkState> {
    const asked = clock.now().getTime();
    const answer = await client.time();
    if (isStopped) return state;
    if (answer.ok) await noteClock(asked, new Date(answer.value.now).getTime());
    become(answer.ok ? 'online' : stateAfter(answer.error));
    if (answer.ok) await parts.onReached?.(answer.value);
    return state;
  }

  async function noteClock(asked: number, platform: number): Promise<void> {
    const now = clock.now();
    const offset = Math.round(platform - (asked + now.getTime()) / 2);
    const known = await store.enrolment.clockOffset();
    if (known !== null && Math.abs(known - offset) < OFFSET_NOISE_MS) return;
    await store.enrolment.noteClockOffset(offset, now.toISOString());
  }

  function again(): void {
    if (isStopped) return;
    checking = check()
      .catch((error: unknown) => void log.unexpected('link check failed', error))
      .finally(() => {
        if (!isStopped) next = timers.after(parts.checkEveryMs, again);
      });
  }

  return {
    state: () => state,
    note: (trouble) => become(trouble === null ? 'online' : stateAfter(trouble)),
    check,
    start: again,
    async stop() {
      isStopped = true;
      next?.cancel();
      restoring?.cancel();
      await checking;
    },
  };
}

/** A busy or refusing platform is reached; an answer that is not the platform's means somebody has to sign in. */
function stateAfter(trouble: Trouble): LinkState {
  if (trouble.kind === 'no-network') return 'offline';
  return trouble.kind === 'wrong-server' ? 'sign-in-needed' : 'online';
}
