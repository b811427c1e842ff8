// `npm run kiosk`: the kiosk under the browser host.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { systemClock, systemTimers } from '../../../lib/clock.ts';
import { takeOwnership } from '../../../lib/database/sole-owner.ts';
import { findChromium } from '../../../lib/find-chromium.mjs';
import { openSigningKey } from '../../../lib/keys.ts';
import { createLog, logTo } from '../../../lib/log.ts';
import { loadConfig, type KioskConfig } from '../../config.ts';
import { enrol, enrolFaultText, isAskedWrongly } from '../../enrol.ts';
import { createKiosk, signingKeyFile } from '../../kiosk.ts';
import { openStore } from '../../store/store.ts';
import { SOFTWARE } from '../../software.ts';
import { FOREIGN_VARIABLES, foreignVariables } from '../foreign-code.ts';
import { endOnSurprise } from '../last-resort.ts';
import { createOrderlyEnd } from '../orderly-end.ts';
import { createWatchdog, notifySystemd, takeNotice } from '../watchdog.ts';
import { startBrowserHost } from './host.ts';

const HELP = `npm run kiosk -- [options]

  --data DIR        data folder (default .onewindow/kiosk)
  --config FILE     configuration (default kiosk.config.json in the data folder)
  --platform URL    the platform, for enrolment; https:, or http: on this machine only
  --enrol CODE      enrols this machine with a one-time code
  --headless        serves without a window; open the printed address in a browser
  --port N          port on 127.0.0.1 (default: any free one)
  --locale L        zh-CN or en
  --help`;

const ASSETS = fileURLToPath(new URL('../../../dist/renderer', import.meta.url));

/** Ends with a sentence. 2: what was asked for cannot be done; 1: it went wrong. */
function leave(sentence: string, code: number): never {
  console.error(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        data: { type: 'string', default: '.onewindow/kiosk' },
        config: { type: 'string' },
        platform: { type: 'string' },
        enrol: { type: 'string' },
        headless: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        locale: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

const given = argumentsOf();
if (given.help) {
  console.log(HELP);
  process.exit(0);
}
if (!given.headless) refuseForeignCode();
const folder = resolve(given.data);
const port = Number(given.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) leave('--port: a whole number from 0 to 65535', 2);
if (given.config !== undefined && !existsSync(given.config))
  leave(`${given.config}: there is no such file`, 2);
const config = await configOf(given.config ?? join(folder, 'kiosk.config.json'), given.locale);
await refuseSecond();
if (given.enrol !== undefined) await enrolFirst(given.platform, given.enrol);
const isEnrolled = given.enrol !== undefined || (await mayBeEnrolled());

const log = createLog('kiosk', logTo(join(folder, 'kiosk.log')));
// Node opens a debugger at this signal unless somebody else takes it.
process.on('SIGUSR1', () => log.warn('debugger refused'));
endOnSurprise({ process, log, exit: process.exit });
const notice = takeNotice(process.env);
const watchdog = createWatchdog({ notice, timers: systemTimers, notify: notifySystemd, log });
const kiosk = await createKiosk({ folder, config, log });
const chromium = given.headless ? null : findChromium();
if (!given.headless && chromium === null) {
  leave('There is no Chromium on this machine. Install one, or start with --headless.', 2);
}
const host = await startBrowserHost({ kiosk, assets: ASSETS, port, chromium, log });
const end = createOrderlyEnd({
  stops: [watchdog.stop, host.stop, kiosk.stop],
  timers: systemTimers,
  log,
  exit: process.exit,
});
process.on('SIGINT', end);
process.on('SIGTERM', end);
await watchdog.ready();
if (!isEnrolled)
  console.log('not enrolled: serves nobody yet; end it and run it with --platform URL --enrol CODE');
// Only now: whoever waits for this line may end the kiosk in the same moment.
console.log(`kiosk ready ${host.url}`);

/** Nobody is served by a program that somebody else runs code in or listens to. Without a window nobody is served. */
function refuseForeignCode(): void {
  const variables = foreignVariables(FOREIGN_VARIABLES, process.env);
  const switches = process.execArgv.filter((given) => given.startsWith('--inspect'));
  const found = [...switches, ...variables];
  if (found.length > 0) leave(`The kiosk does not open its window with ${found.join(', ')} in force.`, 2);
}

/** The second one must not even open the store. A disk that takes no lock is told on the screen. */
async function refuseSecond(): Promise<void> {
  const own = await takeOwnership(join(folder, 'kiosk.lock')).catch(() => undefined);
  if (own === null) leave(`A kiosk is running on ${folder} already. Its window is the one to use.`, 1);
}

async function configOf(file: string, locale: string | undefined): Promise<KioskConfig> {
  const loaded = await loadConfig(file);
  if (!loaded.ok) {
    return leave(loaded.error.map(({ key, allowed }) => `${file}: ${key}: ${allowed}`).join('\n'), 2);
  }
  if (locale === undefined) return loaded.value;
  if (locale !== 'zh-CN' && locale !== 'en') return leave('--locale: zh-CN or en', 2);
  return { ...loaded.value, locale };
}

async function enrolFirst(platform: string | undefined, code: string): Promise<void> {
  if (platform === undefined) leave('--enrol needs --platform URL', 2);
  const opened = await openStore(folder);
  if (!opened.ok) return leave(`${opened.error.code}: ${opened.error.detail}`, 1);
  const store = opened.value;
  const key = openSigningKey(signingKeyFile(folder));
  const known = await store.enrolment.get();
  // A service that starts the kiosk always passes the same arguments: the second start is no fault.
  const result = known === null ? await enrol(store, key, platform, code, SOFTWARE, systemClock) : null;
  await store.close();
  if (result !== null && !result.ok)
    leave(enrolFaultText(result.error), isAskedWrongly(result.error) ? 2 : 1);
}

/** A store that is not served says so on the screen; only one that is can tell that nobody enrolled this machine. */
async function mayBeEnrolled(): Promise<boolean> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) return true;
  const enrolment = await opened.value.enrolment.get();
  await opened.value.close();
  return enrolment !== null;
}
