// The one channel between screen and kiosk. Every message is asked where it comes from.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { fail } from '../../../domain/result.ts';
import type { Log } from '../../../lib/log.ts';
import type { Kiosk } from '../../kiosk.ts';

/** Serves the contract to the main frame of the present window, and to nothing else. */
export function serveChannel(kiosk: Kiosk, present: () => BrowserWindow, address: string, log: Log): void {
  function isOurs(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    return (
      frame !== null &&
      event.sender === present().webContents &&
      frame === event.sender.mainFrame &&
      frame.url === address
    );
  }

  ipcMain.handle('kiosk', (event, name: unknown, input: unknown) => {
    if (isOurs(event)) return kiosk.dispatch(String(name), input ?? null);
    log.warn('refused', { code: 'untrusted-sender' });
    return fail({ code: 'untrusted-sender' });
  });
  kiosk.subscribe((event) => {
    const { webContents } = present();
    if (!webContents.isDestroyed()) webContents.send('kiosk-event', event);
  });
}
