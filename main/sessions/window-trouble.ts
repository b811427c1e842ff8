// Steps that no press made, because something befell the window: each stands in log and journal.
import type { SessionParts } from './session-parts.ts';

/** One window after the other was lost. */
const WINDOWS_FAIL = { code: 'K-02', because: 'out-of-service' } as const;

export interface WindowTroubleParts extends Pick<SessionParts, 'store' | 'clock' | 'log'> {
  inTurn(step: () => Promise<void>): Promise<void>;
  /** Nobody knows who stands there now. */
  askWhoIsThere: () => Promise<void>;
  /** Nothing of the person stays. */
  clear: () => void;
  /** Serves nobody, and says why; null: as before. */
  shut: (because: SessionParts['closed']) => void;
  /** Tells the screen what it shows by now. */
  tell: () => Promise<void>;
}

export interface WindowTrouble {
  /** `how` is a word for the journal. */
  windowLost(how: string): void;
  close(): void;
  reopen(): void;
}

export function createWindowTrouble(parts: WindowTroubleParts): WindowTrouble {
  const { store, clock, log, inTurn, askWhoIsThere, clear, shut, tell } = parts;

  function unasked(
    kind: string,
    body: { state: string } | { code: string },
    step: () => void | Promise<void>,
  ): void {
    log.warn(kind, body);
    void inTurn(async () => {
      await step();
      await store.transaction((stores) => stores.journal.append(clock.now().toISOString(), kind, body));
    }).catch((error: unknown) => log.unexpected('step nobody pressed', error));
  }

  return {
    windowLost: (how) => unasked('window-lost', { state: how }, askWhoIsThere),
    /** What is on the screen may be what the window dies of: nothing of it stays. */
    close: () =>
      unasked('closed', { code: WINDOWS_FAIL.code }, () => {
        clear();
        shut(WINDOWS_FAIL);
      }),
    reopen: () =>
      unasked('reopened', { code: WINDOWS_FAIL.code }, async () => {
        clear();
        shut(null);
        await tell();
      }),
  };
}
