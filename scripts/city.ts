// A demonstration city on one machine: a platform and a kiosk, enrolled with each other. Used by start, demo and tests.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../lib/clock.ts';
import { openSigningKey } from '../lib/keys.ts';
import type { Log } from '../lib/log.ts';
import { DEFAULT_CONFIG, type KioskConfig } from '../main/config.ts';
import { enrol, enrolFaultText } from '../main/enrol.ts';
import { createKiosk, signingKeyFile, type Kiosk } from '../main/kiosk.ts';
import { SOFTWARE } from '../main/software.ts';
import { openStore } from '../main/store/store.ts';

export const RENDERER = fileURLToPath(new URL('../dist/renderer', import.meta.url));
export const CONSOLE = fileURLToPath(new URL('../dist/console', import.meta.url));

/** The division the demonstration kiosk stands in: Yunyan district. */
export const DEMO_DIVISION = '520103';

/** Invented people and enterprises, lent by the platform of a demonstration, and the cards that go with them. */
export const DEMO_RECORDS = fileURLToPath(new URL('../records', import.meta.url));

/** A reader on which `admin card lay` lays a card. */
export const DEMO_READER = { kind: 'simulator', folder: 'card-reader' } as const;

/** What a demonstration sets: it syncs at once, because there is only one kiosk. */
const DEMO_SETTINGS = {
  cardReader: DEMO_READER,
  sync: { checkEverySeconds: 2, spreadSeconds: 0, timeoutSeconds: 5 },
  storage: { minFreeMegabytes: 100 },
};

/** The whole configuration of a demonstration. */
export const DEMO_CONFIG: KioskConfig = {
  ...DEFAULT_CONFIG,
  cardReader: DEMO_READER,
  sync: { ...DEFAULT_CONFIG.sync, ...DEMO_SETTINGS.sync },
  storage: { ...DEFAULT_CONFIG.storage, ...DEMO_SETTINGS.storage },
};

/** The configuration file of a kiosk's data folder. */
export function configFile(folder: string): string {
  return join(folder, 'kiosk.config.json');
}

/** Writes the settings of a demonstration where the kiosk and the admin tool read them, unless there are some. */
export function keepDemoSettings(folder: string): void {
  const file = configFile(folder);
  if (existsSync(file)) return;
  const why = '// Made by `npm start`: a demonstration syncs at once, because there is only one kiosk.';
  writeFileSync(file, `${why}\n${JSON.stringify(DEMO_SETTINGS, null, 2)}\n`);
}

/** Enrols the kiosk of a data folder unless it is enrolled. Throws with a sentence when the platform refuses. */
export async function enrolOnce(
  folder: string,
  platformUrl: string,
  newCode: () => Promise<string>,
): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const store = opened.value;
  try {
    if ((await store.enrolment.get()) !== null) return;
    const key = openSigningKey(signingKeyFile(folder));
    const result = await enrol(store, key, platformUrl, await newCode(), SOFTWARE, systemClock);
    if (!result.ok) throw new Error(enrolFaultText(result.error));
  } finally {
    await store.close();
  }
}

/** Where the kiosk of a data folder is enrolled, or null. Throws when its store cannot be read. */
export async function enrolledAddress(folder: string): Promise<string | null> {
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.detail}`);
  const enrolment = await opened.value.enrolment.get();
  await opened.value.close();
  return enrolment === null ? null : new URL(enrolment.platformUrl).origin;
}

export async function openDemoKiosk(folder: string, config: KioskConfig, log: Log): Promise<Kiosk> {
  return createKiosk({ folder, config, log });
}

/** Where a city keeps its things. */
export function cityFolders(data: string): { kiosk: string; platform: string } {
  return { kiosk: join(data, 'kiosk'), platform: join(data, 'platform') };
}
