// The one channel between screen and kiosk. Every message is asked where it comes from.
import { fail } from '../../../domain/result.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Log } from '../../../lib/log.ts';
import type { Kiosk } from '../../kiosk.ts';
import { createCallLimit } from '../call-limit.ts';
import type { ShellIpc, ShellIpcEvent, ShellWindow } from './api.ts';
import { ASK, TOLD } from './channels.ts';
import { isOurPage } from './policy/address.ts';

export interface ChannelParts {
  ipc: ShellIpc;
  kiosk: Pick<Kiosk, 'dispatch' | 'subscribe'>;
  /** The window before the present citizen, or null while there is none. */
  present: () => ShellWindow | null;
  clock: Clock;
  log: Log;
}

/** Serves the contract to the main frame of the present window, and to nothing else. */
export function serveChannel({ ipc, kiosk, present, clock, log }: ChannelParts): { stop(): void } {
  const limit = createCallLimit(clock, log);

  function isOurs({ sender, senderFrame }: ShellIpcEvent): boolean {
    const window = present();
    if (window === null || window.isDestroyed() || senderFrame === null) return false;
    return sender.id === window.webContents.id && senderFrame.parent === null && isOurPage(senderFrame.url);
  }

  ipc.handle(ASK, (event, name, input) => {
    if (!isOurs(event)) {
      log.warn('refused', { code: 'untrusted-sender' });
      return fail({ code: 'untrusted-sender' });
    }
    return limit.take() ? kiosk.dispatch(String(name), input ?? null) : fail({ code: 'busy' });
  });
  const unsubscribe = kiosk.subscribe((event) => {
    const window = present();
    if (window !== null && !window.isDestroyed()) window.webContents.send(TOLD, event);
  });
  return {
    stop() {
      unsubscribe();
      ipc.removeHandler(ASK);
    },
  };
}
