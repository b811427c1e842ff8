// A real platform and a real kiosk for tests, on folders of their own, with a network between them that tests command.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KioskEvent } from '../domain/contract/kiosk-events.ts';
import type { Send } from '../domain/contract/kiosk-api.ts';
import type { Clock, Timers } from '../lib/clock.ts';
import { silentLog } from '../lib/log.ts';
import type { KioskConfig } from '../main/config.ts';
import type { RemovableMedia } from '../main/devices/usb/removable-media.ts';
import { createKiosk, type Kiosk } from '../main/kiosk.ts';
import type { Printer } from '../main/printing/printer.ts';
import { openPlatform, type OpenPlatform } from '../platform/platform.ts';
import { DEMO_DIVISION, enrolOnce } from '../scripts/city.ts';
import { shippedShelf } from './llc.ts';
import { startNetwork, type Network } from './fakes/network.ts';
import { TEST_CONFIG } from './test-config.ts';

export interface CityOptions {
  config?: Partial<KioskConfig>;
  printer?: Printer | null;
  clock?: Clock;
  timers?: Timers;
  /** What is read from sticks. */
  media?: RemovableMedia | null;
  /** Folder of the records that the platform lends. */
  records?: string;
  /** Folder of the procedures of both ends. */
  procedures?: string;
}

export interface City {
  folder: string;
  platform: OpenPlatform;
  network: Network;
  kiosk: Kiosk;
  send: Send;
  events: KioskEvent[];
  /** Ends the kiosk and starts it again on the same folder, to which things may happen in the meantime. */
  restartKiosk(meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
}

export async function openTestPlatform(
  folder: string,
  lends: Pick<CityOptions, 'records' | 'procedures'> = {},
): Promise<OpenPlatform> {
  const shelf = lends.procedures === undefined ? { shelf: await shippedShelf() } : {};
  return openPlatform({
    folder,
    port: 0,
    database: null,
    consoleFolder: null,
    log: silentLog,
    ...shelf,
    ...lends,
  });
}

/** Starts a city whose kiosk is enrolled. */
export async function startCity(options: CityOptions = {}): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-city-'));
  const { records, procedures } = options;
  const platform = await openTestPlatform(join(folder, 'platform'), {
    ...(records === undefined ? {} : { records }),
    ...(procedures === undefined ? {} : { procedures }),
  });
  const network = await startNetwork(platform.url);
  await enrolOnce(join(folder, 'kiosk'), network.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
  const events: KioskEvent[] = [];
  let kiosk = await openKiosk();

  async function openKiosk(): Promise<Kiosk> {
    const { config = {}, records: _, procedures: own = TEST_CONFIG.procedures, ...rest } = options;
    const isShipped = own === null && (config.procedures ?? null) === null;
    const opened = await createKiosk({
      ...(isShipped ? { shelf: await shippedShelf() } : {}),
      folder: join(folder, 'kiosk'),
      config: { ...TEST_CONFIG, procedures: own, ...config },
      log: silentLog,
      random: () => 0,
      ...rest,
    });
    opened.subscribe((event) => events.push(event));
    return opened;
  }

  return {
    folder,
    platform,
    network,
    events,
    get kiosk() {
      return kiosk;
    },
    send: (name, input) => kiosk.dispatch(name, input),
    async restartKiosk(meanwhile) {
      await kiosk.stop();
      meanwhile?.();
      kiosk = await openKiosk();
    },
    async stop() {
      await kiosk.stop();
      await network.close();
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
