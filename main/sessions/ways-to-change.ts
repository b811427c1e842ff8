// The three ways in which a session changes: a press on the page that is shown, a press that opens a page, and a step that
// no press made. Each takes its turn.
import type { Reply } from '../../domain/contract/kiosk-api.ts';
import type { View } from '../../domain/contract/views.ts';
import { fail } from '../../domain/result.ts';
import type { Log } from '../../lib/log.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';

export interface ChangeParts extends Pick<Desk, 'session' | 'isShut' | 'inTurn' | 'shown' | 'touch'> {
  /** Staff whose account has ended are out before anything else happens. */
  admit: () => Promise<void>;
  /** Takes the session on and shows it. */
  become: (next: Session, leaves?: 'back' | null) => Promise<Reply<View>>;
  /** Tells the screen what it shows by now. */
  tell: () => Promise<void>;
  log: Log;
}

export function waysToChange(parts: ChangeParts): Pick<Desk, 'press' | 'open' | 'happen'> {
  const { session, isShut, inTurn, shown, touch, admit, become, tell, log } = parts;
  return {
    press: (page, change, leaves = null, refusing = () => null) =>
      inTurn(async () => {
        touch();
        await admit();
        const because = refusing(session());
        if (because !== null) return fail({ code: because });
        if (isShut() || page !== session().page) return shown();
        const reply = await become(await change(), leaves);
        touch();
        return reply;
      }),

    open: (change) =>
      inTurn(async () => {
        if (isShut()) return shown();
        const reply = await become(await change());
        touch();
        return reply;
      }),

    happen(change) {
      void inTurn(async () => {
        const next = await change();
        if (next === session()) return;
        await become(next);
        await tell();
      }).catch((error: unknown) => void log.unexpected('step not taken', error));
    },
  };
}
