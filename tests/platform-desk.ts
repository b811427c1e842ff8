// A platform for tests of the platform alone: a small matter, an enrolled kiosk, and a look behind the counter.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MEDIA_TYPE } from '../domain/contract/platform-api.ts';
import type { Procedure } from '../domain/procedure/procedure.ts';
import { systemClock, type Clock } from '../lib/clock.ts';
import { signRequest } from '../lib/http-signature.ts';
import type { SigningKey } from '../lib/keys.ts';
import { createLog } from '../lib/log.ts';
import type { Patience } from '../platform/app.ts';
import type { GateLimits } from '../platform/intake/gate.ts';
import { openPlatform, openPlatformStore, type OpenPlatform } from '../platform/platform.ts';
import type { Event } from '../platform/store/events.ts';
import type { Store } from '../platform/store/store.ts';
import { libraryCard, writeProcedures } from './builders/library-card.ts';
import { enrolKiosk, type PlatformKiosk } from './builders/platform-kiosk.ts';

export interface Desk {
  folder: string;
  readonly platform: OpenPlatform;
  /** Everything the platform has logged. */
  logged(): string;
  newKiosk(division?: string): Promise<PlatformKiosk>;
  /** Ends the platform and opens it again on the same data, at another address. */
  restart(procedures?: Procedure[]): Promise<void>;
  /** Looks into the database beside the platform. */
  look<T>(at: (store: Store) => Promise<T>): Promise<T>;
  events(division?: string): Promise<Event[]>;
  stop(): Promise<void>;
}

export interface DeskOptions {
  clock?: Clock;
  database?: string | null;
  consoleFolder?: string | null;
  /** Folder of the records that are lent. */
  records?: string | null;
  /** How much the platform holds, how long it waits, and who examines what comes in. */
  limits?: GateLimits;
  patience?: Patience;
  intakeThreads?: number;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { clock = systemClock, database = null, consoleFolder = null, records = null, ...more } = options;
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-desk-'));
  const procedures = join(folder, 'procedures');
  const lines: string[] = [];
  const log = createLog('platform', { write: (line) => void lines.push(line) });
  const open = () =>
    openPlatform({ folder, port: 0, database, consoleFolder, procedures, records, log, clock, ...more });
  writeProcedures(procedures, libraryCard);
  let platform = await open();

  async function look<T>(at: (store: Store) => Promise<T>): Promise<T> {
    const store = await openPlatformStore(folder, database);
    try {
      return await at(store);
    } finally {
      await store.close();
    }
  }

  return {
    folder,
    get platform() {
      return platform;
    },
    logged: () => lines.join(''),
    async newKiosk(division = '520103') {
      const code = await platform.issueEnrolmentCode(division);
      return enrolKiosk(platform.url, code, { clock });
    },
    async restart(remaining = [libraryCard]) {
      await platform.stop();
      rmSync(procedures, { recursive: true });
      writeProcedures(procedures, ...remaining);
      platform = await open();
    },
    look,
    events: (division = '520103') => look((store) => store.events.after(division, 0, 10_000)),
    async stop() {
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A request as a kiosk signs it, for tests that send it changed, twice, or in another's name. */
export async function signedRequest(
  url: string,
  keyId: string,
  key: SigningKey,
  { method = 'POST', body, at = new Date() }: { method?: string; body?: string; at?: Date } = {},
): Promise<RequestInit> {
  const bytes = body === undefined ? null : Buffer.from(body);
  const contentType = body === undefined ? null : MEDIA_TYPE;
  const signed = await signRequest({ method, url, body: bytes, contentType }, keyId, key, at);
  const type: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  return { method, headers: { ...type, ...signed }, body: body ?? null };
}
