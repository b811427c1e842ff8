// `npm run bench -- intake`: how many applications a second the platform takes in, held against what the same rows cost
// when nobody asks anything, and what they cost when signatures are checked and envelopes opened as well.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { SubmissionItem } from '../../domain/contract/platform-api.ts';
import { migrate } from '../../lib/database/migrate.ts';
import { openPostgres } from '../../lib/database/postgres.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { openApplication } from '../../lib/envelope.ts';
import { platformMigrations } from '../../migrations/platform/index.ts';
import { usualThreads } from '../../platform/intake/usual-threads.ts';
import { strangeness } from '../../platform/intake/judge.ts';
import { readItem } from '../../platform/intake/read-item.ts';
import type { Kiosk } from '../../platform/store/kiosks.ts';
import { openIntake, wordIn, type OpenIntake } from '../builders/intake.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem } from '../builders/platform-kiosk.ts';
import { startPostgres } from '../postgres.ts';
import type { Bench } from './bench.ts';
import { bareCommits, bareHttp } from './intake/limits.ts';
import { readWritten, writeBatch, writeBefore, type Written } from './intake/rows.ts';
import { median } from './statistics.ts';
import { tableOf } from './table.ts';

const REPETITIONS = 5;
/** As many as a request may carry. */
const BATCH = 100;
/** So many kiosks hand in at the same time, each one batch after the other. */
const KIOSKS = 4;
const BATCHES_EACH = 8;
/** Enough for a thread to begin in. */
const WARM_TURNS = 60;
const COMMITS = 500;
const ITEMS = KIOSKS * BATCHES_EACH * BATCH;

interface Queue {
  kiosk: Kiosk;
  batches: SubmissionItem[][];
}

async function sealed({ newKiosk }: OpenIntake): Promise<Queue[]> {
  const prepared = preparedLibraryCard();
  const queues: Queue[] = [];
  for (let made = 0; made < KIOSKS; made += 1) {
    const { kiosk, signer } = await newKiosk();
    const items = Array.from({ length: BATCHES_EACH * BATCH }, (_none, index) => {
      const { receiptNumber: _, ...item } = sealItem(signer, prepared, index + 1, readerAnswers());
      return item;
    });
    const batches = Array.from({ length: BATCHES_EACH }, (_none, index) =>
      items.slice(index * BATCH, (index + 1) * BATCH),
    );
    queues.push({ kiosk, batches });
  }
  return queues;
}

/** Items a second of wall time. */
async function rateOf(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  await work();
  return (ITEMS * 1000) / (performance.now() - before);
}

/** Hands everything in; throws when anything but a case came of an item. */
function handIn({ intake }: OpenIntake, queues: Queue[]): Promise<number> {
  return rateOf(async () => {
    await Promise.all(
      queues.map(async ({ kiosk, batches }) => {
        for (const batch of batches) {
          const words = (await intake.take(kiosk, batch)).map(wordIn);
          if (words.filter(({ result }) => result === 'taken').length !== BATCH)
            throw new Error('not everything was taken');
        }
      }),
    );
  });
}

async function rateOfRows(db: Knex, written: Written, also: (batch: number) => void): Promise<number> {
  await migrate(db, platformMigrations);
  await writeBefore(db, written);
  const rate = await rateOf(async () => {
    for (const [number, batch] of written.batches.entries()) {
      also(number);
      await writeBatch(db, batch);
    }
  });
  await db.destroy();
  return rate;
}

function verifyAndOpen(queues: Queue[], { openingKey }: OpenIntake): (batch: number) => void {
  const batches = queues.flatMap(({ kiosk, batches: own }) => own.map((items) => ({ kiosk, items })));
  return (number) => {
    for (const item of batches[number]?.items ?? []) {
      const read = readItem(item);
      const kiosk = batches[number]?.kiosk;
      if (!read.ok || kiosk === undefined || strangeness(read.value, kiosk) !== null)
        throw new Error('an item is none');
      if (openApplication(read.value.envelope, openingKey) === null) throw new Error('an item does not open');
    }
  };
}

type Name = `${'sqlite' | 'postgres'}${'' | '-threads' | '-opened' | '-rows'}` | 'http' | 'commits';
type Rates = Record<Name, number>;

/** Lets the threads begin, which is no part of what is measured. */
async function warm({ intake, newKiosk }: OpenIntake): Promise<void> {
  const { kiosk } = await newKiosk();
  const nothing = Array.from({ length: BATCH }, () => null);
  for (let turn = 0; turn < WARM_TURNS; turn += 1) await intake.take(kiosk, nothing);
}

/** With threads; what limits it is what it is without. */
async function handInWithThreads(where: Parameters<typeof openIntake>[0]): Promise<number> {
  const open = await openIntake(where, { threads: usualThreads(cpus().length) });
  await warm(open);
  const rate = await handIn(open, await sealed(open));
  await open.intake.stop();
  await open.store.close();
  return rate;
}

async function bare(folder: string, queues: Queue[]): Promise<{ http: number; commits: number }> {
  const batches = queues.flatMap((queue) => queue.batches);
  const bodies = batches.map((items) => Buffer.from(JSON.stringify({ items })));
  const rows = batches
    .flat()
    .slice(0, COMMITS)
    .map(({ envelope }) => Buffer.from(envelope, 'base64'));
  return {
    http: BATCH * (await bareHttp(bodies, KIOSKS)),
    commits: await bareCommits(join(folder, 'bare.sqlite'), rows),
  };
}

async function measure(folder: string, newDatabase: () => Promise<string>): Promise<Rates> {
  const file = (name: string) => join(folder, `${name}.sqlite`);
  const onSqlite = await openIntake({ sqlite: file('intake') });
  const queues = await sealed(onSqlite);
  const sqlite = await handIn(onSqlite, queues);
  await onSqlite.store.close();
  const threads = await handInWithThreads({ sqlite: file('threads') });
  const { http, commits } = await bare(folder, queues);
  const look = openSqlite(file('intake'));
  const written = await readWritten(look, BATCH);
  await look.destroy();
  const rows = await rateOfRows(openSqlite(file('rows')), written, () => {});
  const opened = await rateOfRows(openSqlite(file('opened')), written, verifyAndOpen(queues, onSqlite));
  const onPostgres = await openIntake({ postgres: await newDatabase() });
  const postgres = await handIn(onPostgres, await sealed(onPostgres));
  await onPostgres.store.close();
  const threadsThere = await handInWithThreads({ postgres: await newDatabase() });
  const rowsThere = await rateOfRows(openPostgres(await newDatabase()), written, () => {});
  const openedThere = await rateOfRows(
    openPostgres(await newDatabase()),
    written,
    verifyAndOpen(queues, onSqlite),
  );
  return {
    http,
    commits,
    sqlite,
    'sqlite-threads': threads,
    'postgres-threads': threadsThere,
    'sqlite-opened': opened,
    'sqlite-rows': rows,
    postgres,
    'postgres-opened': openedThere,
    'postgres-rows': rowsThere,
  };
}

const LINES: [string, Name, Name | null][] = [
  ['SQLite: intake', 'sqlite', null],
  ['  of checking, opening and the rows, on one core', 'sqlite-opened', 'sqlite'],
  ['  of the rows alone, 100 submissions a commit', 'sqlite-rows', 'sqlite'],
  ['  of itself with threads', 'sqlite-threads', 'sqlite'],
  ['  of one-row commits through the bare module', 'commits', 'sqlite'],
  ['  of a bare node:http server that reads as much', 'http', 'sqlite'],
  ['PostgreSQL: intake', 'postgres', null],
  ['  of checking, opening and the rows, on one core', 'postgres-opened', 'postgres'],
  ['  of the rows alone, 100 submissions a commit', 'postgres-rows', 'postgres'],
  ['  of itself with threads', 'postgres-threads', 'postgres'],
  ['  with threads, of the rows alone', 'postgres-rows', 'postgres-threads'],
];

const AIMS: { words: string; own: Name; limit: Name; least: number }[] = [
  { words: 'checking, opening and the rows', own: 'sqlite', limit: 'sqlite-opened', least: 0.6 },
  { words: 'the rows alone on PostgreSQL', own: 'postgres-threads', limit: 'postgres-rows', least: 0.5 },
];

/** The middle of the ratios, each of figures that were taken one after the other. */
function ratioOf(all: Rates[], own: Name, limit: Name): number {
  return median(all.map((rates) => rates[own] / rates[limit]));
}

/** Applications of a small matter, sealed and signed each on its own, straight into intake: no HTTP. */
export const benchIntake: Bench = async ({ repetitions, say }) => {
  const postgres = await startPostgres();
  const all: Rates[] = [];
  try {
    // The first turn of all warms the disk and is dropped.
    for (let turn = 0; turn <= (repetitions ?? REPETITIONS); turn += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
      const rates = await measure(folder, () => postgres.newDatabase());
      rmSync(folder, { recursive: true, force: true });
      if (turn > 0) all.push(rates);
    }
  } finally {
    await postgres.stop();
  }
  const [cpu] = cpus();
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, ${all.length} × ${ITEMS} items`,
  );
  const rows = LINES.map(([words, name, own]) => [
    words,
    Math.round(median(all.map((rates) => rates[name]))).toString(),
    own === null ? '' : ratioOf(all, own, name).toFixed(2),
  ]);
  for (const line of tableOf(['', 'items/s', 'intake is'], rows)) say(line);
  const verdicts = AIMS.map(({ words, own, limit, least }) => {
    const ratio = ratioOf(all, own, limit);
    say(`${ratio >= least ? 'met' : 'MISSED'}: at least ${least} of ${words}: ${ratio.toFixed(2)}`);
    return ratio >= least;
  });
  return { isMet: verdicts.every(Boolean), raw: all };
};
