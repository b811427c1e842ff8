// `npm run bench -- storm`: a cable is mended, and the kiosks of a whole province hand in at the same moment, each with a
// key of its own. Counted are what was lost and doubled, how long each waited, and what the platform held meanwhile.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Enrolled } from '../../domain/contract/platform-api.ts';
import { same } from '../../domain/contract/text.ts';
import { openSealingKey } from '../../lib/envelope-crypto.ts';
import { newSigningKey } from '../../lib/keys.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { openPlatformKey, openPlatformStore } from '../../platform/platform.ts';
import {
  libraryCard,
  preparedLibraryCard,
  readerAnswers,
  writeProcedures,
} from '../builders/library-card.ts';
import { sealItem } from '../builders/platform-kiosk.ts';
import { startPostgres } from '../postgres.ts';
import type { Bench } from './bench.ts';
import type { PlatformArguments, PlatformCost } from './intake/platform-process.ts';
import { handInAll, PATIENCE_MS, type Handed, type StormKiosk } from './intake/storm-kiosk.ts';
import { tableOf } from './table.ts';

const KIOSKS = 10_000;
/** What a kiosk has collected while the cable was out. */
const ITEMS_EACH = 1;
/** A division has 999 kiosks at most: their numbers have three digits. */
const OF_A_DIVISION = 500;
/** No platform may take more, whatever comes. */
const MOST_BYTES = 700_000_000;

const PROCESS = new URL('./intake/platform-process.ts', import.meta.url);

interface Running {
  url: string;
  cost(): Promise<PlatformCost>;
  stop(): Promise<void>;
}

async function start(given: PlatformArguments): Promise<Running> {
  const child: ChildProcess = fork(PROCESS, [JSON.stringify(given)], { stdio: 'inherit' });
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    async cost() {
      child.send('cost');
      const [cost] = (await once(child, 'message')) as [PlatformCost];
      return cost;
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
    },
  };
}

/** Enrols them without a network, and seals what each has. */
async function storm(folder: string, database: string | null): Promise<StormKiosk[]> {
  const signingKey = openPlatformKey(folder);
  const openingKey = openSealingKey(join(folder, 'sealing.key'));
  const prepared = preparedLibraryCard();
  const kiosks: StormKiosk[] = [];
  const store = await openPlatformStore(folder, database);
  await store.transaction(async (stores) => {
    for (let made = 0; made < KIOSKS; made += 1) {
      const key = newSigningKey();
      const enrolled: Enrolled = {
        kiosk: uuidv7(new Date()),
        division: String(520_100 + Math.floor(made / OF_A_DIVISION)),
        code: `K${String(1 + (made % OF_A_DIVISION)).padStart(3, '0')}`,
        generation: '1',
        signingKey: signingKey.publicKey,
        sealingKey: { id: openingKey.id, publicKey: openingKey.publicKey },
        place: { office: same('-'), kiosk: same('-') },
      };
      const { kiosk: id, division, code, generation } = enrolled;
      const enrolledAt = new Date().toISOString();
      await stores.kiosks.add({
        division,
        id,
        code,
        generation,
        publicKey: key.publicKey,
        software: 'bench',
        enrolledAt,
      });
      const items = Array.from({ length: ITEMS_EACH }, (_none, index) => {
        const { receiptNumber: _, ...item } = sealItem(
          { enrolled, key },
          prepared,
          index + 1,
          readerAnswers(),
        );
        return item;
      });
      kiosks.push({ id, key, items });
    }
  });
  await store.close();
  return kiosks;
}

function percentile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

interface Figures {
  seconds: number;
  answerP50: number;
  answerP99: number;
  answerMost: number;
  safeP50: number;
  safeP99: number;
  turnedBack: number;
  unanswered: number;
  lost: number;
  doubled: number;
  costs: PlatformCost[];
}

async function measure(database: string | null, platforms: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-storm-'));
  const procedures = writeProcedures(join(folder, 'procedures'), libraryCard);
  const kiosks = await storm(folder, database);
  const running: Running[] = [];
  for (let started = 0; started < platforms; started += 1)
    running.push(await start({ folder, procedures, database, threads: null }));
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const before = performance.now();
  const safe: number[] = [];
  const handed: Handed[] = await Promise.all(
    kiosks.map(async (kiosk, index) => {
      const one = await handInAll(running[index % platforms]?.url ?? '', kiosk, agent);
      safe.push(performance.now() - before);
      return one;
    }),
  );
  const seconds = (performance.now() - before) / 1000;
  const costs = await Promise.all(running.map((one) => one.cost()));
  await Promise.all(running.map((one) => one.stop()));
  const store = await openPlatformStore(folder, database);
  const numbers = await store.cases.receiptNumbers();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const answers = handed.flatMap((one) => one.answers).toSorted((one, other) => one - other);
  safe.sort((one, other) => one - other);
  const sum = (of: (one: Handed) => number) => handed.reduce((total, one) => total + of(one), 0);
  return {
    seconds,
    answerP50: percentile(answers, 0.5),
    answerP99: percentile(answers, 0.99),
    answerMost: answers.at(-1) ?? 0,
    safeP50: percentile(safe, 0.5),
    safeP99: percentile(safe, 0.99),
    turnedBack: sum((one) => one.turnedBack),
    unanswered: sum((one) => one.unanswered),
    lost: sum((one) => one.lost) + Math.max(0, KIOSKS * ITEMS_EACH - new Set(numbers).size),
    doubled: numbers.length - new Set(numbers).size,
    costs,
  };
}

const inSeconds = (ms: number) => (ms / 1000).toFixed(1);
const most = (costs: PlatformCost[], of: (cost: PlatformCost) => number) => Math.max(...costs.map(of));

/** Ten thousand kiosks at the same moment, one platform and two. Repetitions are not needed: what counts is the worst. */
export const benchStorm: Bench = async ({ say }) => {
  const all: [string, Figures][] = [];
  const note = (name: string, figures: Figures) => {
    all.push([name, figures]);
    say(`${name}: ${figures.seconds.toFixed(0)} s`);
  };
  note('SQLite, one platform', await measure(null, 1));
  const postgres = await startPostgres();
  try {
    note('PostgreSQL, one platform', await measure(await postgres.newDatabase(), 1));
    note('PostgreSQL, two platforms', await measure(await postgres.newDatabase(), 2));
  } finally {
    await postgres.stop();
  }
  const [cpu] = cpus();
  say(
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}, ${KIOSKS} kiosks with ${ITEMS_EACH} each`,
  );
  const columns: [string, (figures: Figures) => string][] = [
    ['items/s', ({ seconds }) => Math.round((KIOSKS * ITEMS_EACH) / seconds).toString()],
    ['answer s p50', ({ answerP50 }) => inSeconds(answerP50)],
    ['p99', ({ answerP99 }) => inSeconds(answerP99)],
    ['most', ({ answerMost }) => inSeconds(answerMost)],
    ['safe s p50', ({ safeP50 }) => inSeconds(safeP50)],
    ['p99', ({ safeP99 }) => inSeconds(safeP99)],
    ['turned back', ({ turnedBack }) => turnedBack.toString()],
    ['unanswered', ({ unanswered }) => unanswered.toString()],
    ['lost', ({ lost }) => lost.toString()],
    ['doubled', ({ doubled }) => doubled.toString()],
    ['MB at most', ({ costs }) => Math.round(most(costs, ({ rss }) => rss) / 1e6).toString()],
    ['loop late ms p99', ({ costs }) => most(costs, ({ delayP99 }) => delayP99).toFixed(0)],
  ];
  const rows = all.map(([name, figures]) => [name, ...columns.map(([, of]) => of(figures))]);
  for (const line of tableOf(['', ...columns.map(([head]) => head)], rows)) say(line);
  const isMet = all.every(
    ([, { lost, doubled, answerMost, costs }]) =>
      lost === 0 && doubled === 0 && answerMost < PATIENCE_MS && most(costs, ({ rss }) => rss) < MOST_BYTES,
  );
  say(
    `${isMet ? 'met' : 'MISSED'}: none lost, none doubled, every answer within ${PATIENCE_MS / 1000} s, ${MOST_BYTES / 1e6} MB`,
  );
  return { isMet, raw: all };
};
