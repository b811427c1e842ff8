// The kiosk in Electron. A thin shell: the window, the app:// protocol and one channel; all else is the kiosk's.
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { createLog, logTo } from '../../../lib/log.ts';
import { loadConfig } from '../../config.ts';
import { createKiosk } from '../../kiosk.ts';
import { serveChannel } from './channel.ts';
import { registerScheme, serveAssets } from './protocol.ts';

const ASSETS = join(import.meta.dirname, '../../../dist/renderer');
const PRELOAD = join(import.meta.dirname, 'preload.cjs');
const ADDRESS = 'app://kiosk/index.html';

/** A window in a partition of its own, held in memory: what one citizen leaves behind ends with it. */
function openWindow(visit: number): BrowserWindow {
  const partition = `visit-${visit}`;
  serveAssets(session.fromPartition(partition), ASSETS);
  const window = new BrowserWindow({
    kiosk: true,
    show: false,
    webPreferences: {
      partition,
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
    },
  });
  window.removeMenu();
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  void window.loadURL(ADDRESS);
  return window;
}

async function start(): Promise<void> {
  const folder = join(app.getPath('userData'), 'kiosk');
  const config = await loadConfig(join(folder, 'kiosk.config.json'));
  if (!config.ok) {
    for (const { key, allowed } of config.error) console.error(`kiosk.config.json: ${key}: ${allowed}`);
    app.exit(2);
    return;
  }
  const log = createLog('kiosk', logTo(join(folder, 'kiosk.log')));
  const kiosk = await createKiosk({ folder, config: config.value, log });
  await app.whenReady();
  let visit = 1;
  let window = openWindow(visit);
  serveChannel(kiosk, () => window, ADDRESS, log);
  kiosk.subscribe((event) => {
    if (event.name !== 'ended') return;
    const old = window;
    visit += 1;
    window = openWindow(visit);
    window.once('ready-to-show', () => old.destroy());
  });
  app.on('will-quit', () => void kiosk.stop());
}

registerScheme();
if (app.requestSingleInstanceLock()) void start();
else app.quit();
