// Who drains a backlog here: the kiosk, the limit of what it does, and a careful person's first attempt.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { enrolOnce } from '../../../scripts/city.ts';
import { uuidv7 } from '../../../main/ids.ts';
import { fill, plainApplication } from './fill.ts';
import type { Drained } from './usage.ts';
import { runClient, startServer } from './children.ts';

export interface Figures {
  items: number;
  perSecond: number;
  /** Of both ends, for each submission; what the processes need to start is in it, except where a client says less. */
  cpuMsEach: number;
  cpuMs: { client: number; server: number };
  rssMb: { client: number; server: number };
  wireEach: number;
}

const OWN = import.meta.dirname;
/** With packages of their own: see `installLocked`. */
export const PEERS = join(OWN, '..', 'peers', 'replication');
const PLATFORM = join(OWN, 'platform-process.ts');
const NAIVE = join(OWN, '..', 'peers', 'naive');

function figuresOf(
  client: Drained,
  server: { cpuMs: number; rssKb: number; held: number } | null,
  items: number,
): Figures {
  if (client.sent !== items || (server !== null && server.held !== items))
    throw new Error(`not everything arrived: ${client.sent} and ${server?.held} of ${items}`);
  return {
    items,
    perSecond: (items * 1000) / client.ms,
    cpuMsEach: (client.cpuMs + (server?.cpuMs ?? 0)) / items,
    cpuMs: { client: client.cpuMs, server: server?.cpuMs ?? 0 },
    rssMb: { client: client.rssKb / 1024, server: (server?.rssKb ?? 0) / 1024 },
    wireEach: client.wire / items,
  };
}

/** A kiosk that is enrolled and has so many waiting. */
async function filled(folder: string, items: number): Promise<{ kiosk: string; platform: string }> {
  const [kiosk, platform] = [join(folder, 'kiosk'), join(folder, 'platform')];
  const server = startServer(PLATFORM, [platform, '0']);
  const url = await server.said('ready');
  const code = await server.said('code');
  await enrolOnce(kiosk, url, async () => code);
  await server.end();
  await fill(kiosk, items);
  return { kiosk, platform };
}

/** The kiosk's queue into the platform, each in a process that has just begun; then the limit over the same rows. */
export async function drainOurs(folder: string, items: number): Promise<{ ours: Figures; limit: Figures }> {
  const { kiosk, platform } = await filled(folder, items);
  const server = startServer(PLATFORM, [platform, '0']);
  const client = await runClient(join(OWN, 'kiosk-process.ts'), [kiosk, await server.said('ready')]);
  const ours = figuresOf(client, await server.end(), items);
  const alone = await runClient(join(OWN, 'limit-process.ts'), [
    kiosk,
    platform,
    join(folder, 'limit.sqlite'),
  ]);
  return { ours, limit: figuresOf(alone, null, items) };
}

/** Milliseconds of every single one. */
export interface Submits {
  /** The least anybody could do: one row, one commit. */
  rows: number[];
  idle: number[];
  draining: number[];
}

/** So many submissions while nothing is sent, and up to as many while `waiting` others are. */
export async function submitWhile(folder: string, count: number, waiting: number): Promise<Submits> {
  const { kiosk, platform } = await filled(folder, waiting);
  const server = startServer(PLATFORM, [platform, '0']);
  const args = [kiosk, await server.said('ready'), String(count), join(folder, 'rows.sqlite')];
  const submits = await runClient<Submits>(join(OWN, 'submit-process.ts'), args);
  await server.end();
  return submits;
}

/** One POST and two commits for each. */
export async function drainNaive(folder: string, items: number, inFlight: number): Promise<Figures> {
  mkdirSync(folder, { recursive: true });
  const [queue, held] = [join(folder, 'queue.sqlite'), join(folder, 'held.sqlite')];
  await fillNaive(queue, items);
  const server = startServer(join(NAIVE, 'server.js'), [held]);
  const client = await runClient(join(NAIVE, 'client.js'), [
    queue,
    await server.said('ready'),
    String(inFlight),
  ]);
  return figuresOf(client, await server.end(), items);
}

/** Both keep their data on a disk, and neither waits for it. */
export async function drainPouch(folder: string, items: number): Promise<Figures> {
  mkdirSync(folder, { recursive: true });
  const [queue, held, plain] = [join(folder, 'queue'), join(folder, 'held'), join(folder, 'plain.json')];
  writeFileSync(plain, JSON.stringify(await plainApplication()));
  await runClient(join(PEERS, 'pouchdb-fill.js'), [queue, String(items), plain]);
  const server = startServer(join(PEERS, 'pouchdb-server.js'), [held]);
  const client = await runClient(join(PEERS, 'pouchdb-client.js'), [queue, await server.said('ready')]);
  return figuresOf(client, await server.end(), items);
}

/** Nothing of it is on any disk: the client fills its memory first, which is not counted. */
export async function drainRx(folder: string, items: number): Promise<Figures> {
  mkdirSync(folder, { recursive: true });
  const plain = join(folder, 'plain.json');
  writeFileSync(plain, JSON.stringify(await plainApplication()));
  const server = startServer(join(PEERS, 'rxdb-server.js'), []);
  const args = [String(items), plain, await server.said('ready')];
  const client = await runClient(join(PEERS, 'rxdb-client.js'), args);
  return figuresOf(client, await server.end(), items);
}

async function fillNaive(file: string, items: number): Promise<void> {
  const application = await plainApplication();
  const db = openSqlite(file);
  await db.raw(
    'create table outbox (sequence integer primary key, body text not null, state text not null, received_at text) strict',
  );
  await db.transaction(async (transaction) => {
    for (let sequence = 1; sequence <= items; sequence += 1) {
      const body = JSON.stringify({ ...application, id: uuidv7(new Date()) });
      await transaction('outbox').insert({ sequence, body, state: 'queued' });
    }
  });
  await db.destroy();
}

/** What the application is as JSON, in bytes. */
export async function plainBytes(): Promise<number> {
  return Buffer.byteLength(JSON.stringify(await plainApplication()));
}
