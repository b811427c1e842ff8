// What is closed once for the whole program.
import type { Log } from '../../../lib/log.ts';
import type { ElectronApi } from './api.ts';
import { lockContents } from './lock-contents.ts';

/** Runs before the app is ready: later, the sandbox of what was already started cannot be forced. */
export function lockApp({ app, Menu }: Pick<ElectronApi, 'app' | 'Menu'>, log: Log): void {
  app.enableSandbox();
  // Without a menu there are no shortcuts of a menu either.
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_, contents) => lockContents(contents, log));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  // Left alone, Electron takes the first certificate that fits.
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _info, callback) => {
    event.preventDefault();
    callback();
  });
}
