// Starts a packed Electron program under Node, with Electron's names mapped to a double, and asks it as its page would:
// through the packed preload script and the channel. Says what came back as one line of JSON.
//   node packed-shell.ts APP_FOLDER
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import type { FakeWindow } from '../fakes/electron/electron.ts';

const DOUBLE = new URL('../fakes/electron/module.ts', import.meta.url).href;
const [app = ''] = process.argv.splice(2);

registerHooks({
  resolve: (name, context, next) =>
    /^electron($|\/)/.test(name) ? { url: DOUBLE, shortCircuit: true } : next(name, context),
});
const { double } = await import('../fakes/electron/module.ts');
const firstWindow = new Promise<void>((resolve) =>
  double.app.on('web-contents-created', () => setImmediate(resolve)),
);
const { main } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { main: string };
await import(pathToFileURL(join(app, main)).href);
await firstWindow;

const [window] = double.kioskWindows();
if (window === undefined) throw new Error(`no window; the program ended with ${double.exits.join()}`);
const world = runPreload(window);
const ask = (name: string) => world[name]?.(null);
const answers = { operations: Object.keys(world), look: await ask('look'), begin: await ask('begin') };
const page = await window.page.session.fetch('app://kiosk/index.html');
process.stdout.write(JSON.stringify({ ...answers, page: { status: page.status, text: await page.text() } }));
double.quit();

/** Runs the script the window was told to preload, and returns what it gives to the page. */
function runPreload({
  options,
  page: { contents, frame },
}: FakeWindow): Record<string, (input: unknown) => unknown> {
  const file = options.webPreferences?.preload ?? '';
  const given: Record<string, Record<string, (input: unknown) => unknown>> = {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => void (given[name] = api),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        double.ipcMain.invoke(channel, { sender: { id: contents.id }, senderFrame: frame }, args),
      on: () => {},
    },
  };
  const run = compileFunction(readFileSync(file, 'utf8'), ['require']) as (require: () => unknown) => void;
  run(() => electron);
  const bridge = given['oneWindow'];
  if (bridge === undefined) throw new Error(`${file} gave the page nothing`);
  return bridge;
}
