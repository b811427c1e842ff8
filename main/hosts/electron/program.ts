// From the first line to the first window: what must be so before anything is opened, in its order.
import { join } from 'node:path';
import type { Clock, Timers } from '../../../lib/clock.ts';
import { createLog, logTo, type Log } from '../../../lib/log.ts';
import { loadConfig, type KioskConfig } from '../../config.ts';
import { createKiosk } from '../../kiosk.ts';
import { endOnSurprise } from '../last-resort.ts';
import { createOrderlyEnd } from '../orderly-end.ts';
import { createWatchdog, takeNotice, type Notify } from '../watchdog.ts';
import type { ElectronApi, ShellCrashReporter } from './api.ts';
import { lockApp } from './lock-app.ts';
import { dataFolderIn, forbiddenConditions, SOFTWARE_RENDERING } from './policy/start-conditions.ts';
import { registerScheme } from './protocol.ts';
import { openShell, type Shell } from './shell.ts';
import { createSilentPrint } from './silent-print.ts';

/** Started wrongly or configured wrongly: starting again would change nothing. */
const ASKED_WRONGLY = 2;

export interface ProgramParts {
  electron: ElectronApi;
  crashReporter: ShellCrashReporter;
  process: Pick<NodeJS.Process, 'argv' | 'env' | 'on'>;
  /** Folder of the built renderer. */
  assets: string;
  /** Path of the built preload script. */
  preload: string;
  clock: Clock;
  timers: Timers;
  notify: Notify;
}

/** Starts everything, or ends the program with a sentence on standard error. Settles when the first window is made. */
export async function startProgram(parts: ProgramParts): Promise<Shell | null> {
  const { electron, process } = parts;
  const { app } = electron;
  // An unpackaged program runs on a developer's machine, where debuggers are welcome.
  const forbidden = app.isPackaged ? forbiddenConditions(process.argv.slice(1), process.env) : [];
  if (forbidden.length > 0) return leave(app, [`This kiosk does not start with ${forbidden.join(', ')}.`]);
  // The second one must not even open the store.
  if (!app.requestSingleInstanceLock()) return leave(app, []);
  if (process.argv.includes(SOFTWARE_RENDERING)) app.disableHardwareAcceleration();
  registerScheme(electron.protocol);
  const folder = dataFolderIn(process.argv) ?? join(app.getPath('userData'), 'kiosk');
  const log = createLog('kiosk', logTo(join(folder, 'kiosk.log')));
  lockApp(electron, log);
  endOnSurprise({ process, log, exit: app.exit });
  const config = await loadConfig(join(folder, 'kiosk.config.json'));
  if (!config.ok)
    return leave(
      app,
      config.error.map(({ key, allowed }) => `kiosk.config.json: ${key}: ${allowed}`),
    );
  return open(parts, folder, config.value, log);
}

function leave(app: ElectronApi['app'], sentences: string[]): null {
  for (const sentence of sentences) console.error(sentence);
  app.exit(sentences.length === 0 ? 0 : ASKED_WRONGLY);
  return null;
}

async function open(parts: ProgramParts, folder: string, config: KioskConfig, log: Log): Promise<Shell> {
  const { electron, crashReporter, process, clock, timers, notify } = parts;
  const { app } = electron;
  if (config.crashReports === 'local') crashReporter.start({ uploadToServer: false });
  await app.whenReady();
  const silentPrint = createSilentPrint(electron);
  const kiosk = await createKiosk({ folder, config, clock, timers, log, silentPrint });
  const watchdog = createWatchdog({ notice: takeNotice(process.env), timers, notify, log });
  const end = createOrderlyEnd({
    stops: [watchdog.stop, () => shell.stop(), kiosk.stop],
    timers,
    log,
    exit: app.exit,
  });
  function startAnew(...more: string[]): void {
    app.relaunch({ args: [...process.argv.slice(1), ...more] });
    end();
  }
  const shell = openShell({
    ...parts,
    kiosk,
    config,
    devTools: !app.isPackaged,
    isCapturing: kiosk.camera.isOpen,
    drawInSoftware() {
      // Drawn in software already: a new process would change nothing.
      if (!process.argv.includes(SOFTWARE_RENDERING)) startAnew(SOFTWARE_RENDERING);
    },
    onWorn: startAnew,
    end,
    log,
  });
  endWhenAsked(parts, end, shell);
  await watchdog.ready();
  return shell;
}

function endWhenAsked({ electron: { app }, process }: ProgramParts, end: () => void, shell: Shell): void {
  app.on('second-instance', () => shell.comeForward());
  // Between two windows there is none; the program ends only when it is told to.
  app.on('window-all-closed', () => {});
  app.on('before-quit', (event) => {
    event.preventDefault();
    end();
  });
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
