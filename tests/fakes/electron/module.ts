// What `electron/main`, `electron/common` and `electron/renderer` are to a program that is started under Node. Whoever
// starts it maps those names to this file; `double` is how it then drives what was started.
import { fakeElectron } from './electron.ts';

const userData = process.env['FAKE_ELECTRON_USER_DATA'];
if (userData === undefined) throw new Error('FAKE_ELECTRON_USER_DATA: a folder for what the program keeps');

export const double = fakeElectron({ userData });
export const {
  app,
  BrowserWindow,
  Menu,
  clipboard,
  ipcMain,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
} = double;
export const crashReporter = { start: (): void => {} };
