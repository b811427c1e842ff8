// A small city: a real platform and a real kiosk with one small matter, a library card, and a network that tests command.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Send } from '../domain/contract/kiosk-api.ts';
import type { ViewOf } from '../domain/contract/views.ts';
import type { Reasons } from '../domain/correction/reasons.ts';
import type { JsonObject } from '../domain/procedure/pointer.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import { systemClock, type Clock, type Timers } from '../lib/clock.ts';
import { silentLog } from '../lib/log.ts';
import type { KioskConfig } from '../main/config.ts';
import { createKiosk, type Kiosk, type KioskOptions } from '../main/kiosk.ts';
import { openPlatform, openPlatformStore, type OpenPlatform } from '../platform/platform.ts';
import type { Event } from '../platform/store/events.ts';
import type { Store } from '../platform/store/store.ts';
import { DEMO_DIVISION, enrolOnce } from '../scripts/city.ts';
import { libraryCard, readerAnswers, writeProcedures } from './builders/library-card.ts';
import { startNetwork, type Network } from './fakes/network.ts';
import { ask, confirm, fillIn } from './fill-in.ts';
import { returnFor } from './returned.ts';
import { TEST_CONFIG } from './test-config.ts';

export interface LibraryCity {
  folder: string;
  platform: OpenPlatform;
  network: Network;
  kiosk: Kiosk;
  send: Send;
  /** Another kiosk of the same city. */
  anotherKiosk(): Promise<{ kiosk: Kiosk; send: Send }>;
  /** Somebody applies for a card and leaves; the receipt they took. */
  apply(answers?: JsonObject): Promise<ViewOf<'receipt'>>;
  /** The desk returns a case for correction. */
  return(number: string, reasons: Reasons): Promise<void>;
  /** Looks into the platform's database beside it. */
  look<T>(at: (store: Store) => Promise<T>): Promise<T>;
  events(): Promise<Event[]>;
  stop(): Promise<void>;
}

export interface LibraryCityOptions {
  procedure?: Procedure;
  database?: string | null;
  clock?: Clock;
  timers?: Timers;
  cardReader?: KioskConfig['cardReader'];
  kiosk?: Partial<KioskOptions>;
}

/** Why something must be mended, in words that do not matter. */
export const WHY = { 'zh-CN': '写得不对。', en: 'It is not right.' };

export async function startLibraryCity(options: LibraryCityOptions = {}): Promise<LibraryCity> {
  const { procedure = libraryCard, database = null, clock = systemClock, timers } = options;
  const { cardReader = TEST_CONFIG.cardReader } = options;
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-library-'));
  const procedures = writeProcedures(join(folder, 'procedures'), procedure);
  const data = join(folder, 'platform');
  const platform = await openPlatform({
    folder: data,
    port: 0,
    database,
    consoleFolder: null,
    procedures,
    log: silentLog,
    clock,
  });
  const network = await startNetwork(platform.url);
  const kiosks: Kiosk[] = [];

  async function openKiosk(name: string): Promise<{ kiosk: Kiosk; send: Send }> {
    await enrolOnce(join(folder, name), network.url, () => platform.issueEnrolmentCode(DEMO_DIVISION));
    const kiosk = await createKiosk({
      folder: join(folder, name),
      config: { ...TEST_CONFIG, procedures, cardReader },
      log: silentLog,
      random: () => 0,
      clock,
      ...(timers === undefined ? {} : { timers }),
      ...options.kiosk,
    });
    kiosks.push(kiosk);
    return { kiosk, send: (operation, input) => kiosk.dispatch(operation, input) };
  }

  async function look<T>(at: (store: Store) => Promise<T>): Promise<T> {
    const store = await openPlatformStore(data, database);
    try {
      return await at(store);
    } finally {
      await store.close();
    }
  }

  const { kiosk, send } = await openKiosk('kiosk');
  return {
    folder,
    platform,
    network,
    kiosk,
    send,
    anotherKiosk: () => openKiosk('another'),
    look,
    events: () => look((store) => store.events.after(DEMO_DIVISION, 0, 1000)),
    async apply(answers = readerAnswers()) {
      const receipt = await confirm(send, await fillIn(send, procedure, answers));
      await ask(send, 'leave', null);
      await kiosk.drain();
      return receipt;
    },
    return: (number, reasons) => returnFor({ data, database, procedures }, number, reasons, clock.now()),
    async stop() {
      for (const one of kiosks) await one.stop();
      await network.close();
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
