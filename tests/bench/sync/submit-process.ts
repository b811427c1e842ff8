// One application after the other, as a citizen presses: first while nothing is sent, then while what waited is sent from
// this same process. Between them the least anybody could do: one row, one commit, through the same driver.
//   node submit-process.ts FOLDER URL COUNT NAIVE_FILE
import { systemClock, systemTimers } from '../../../lib/clock.ts';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { openSigningKey } from '../../../lib/keys.ts';
import { silentLog } from '../../../lib/log.ts';
import { DEFAULT_CONFIG } from '../../../main/config.ts';
import { createVault } from '../../../main/documents/vault.ts';
import { uuidv7 } from '../../../main/ids.ts';
import { signingKeyFile } from '../../../main/kiosk.ts';
import { placeOf } from '../../../main/place.ts';
import { openStore } from '../../../main/store/store.ts';
import { createStorage } from '../../../main/submissions/reserve.ts';
import { createClockGuard } from '../../../main/submissions/clock-guard.ts';
import { createSubmitter } from '../../../main/submissions/submitter.ts';
import { createOutboxWorker } from '../../../main/sync/outbox-worker.ts';
import { createPlatformClient } from '../../../main/sync/platform-client.ts';
import { finishedWith } from '../../builders/finished.ts';
import { llcAnswers } from '../../builders/llc-application.ts';
import { say } from './usage.ts';

const [folder = '', url = '', count = '0', naiveFile = ''] = process.argv.slice(2);
const opened = await openStore(folder);
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const enrolment = await store.enrolment.get();
if (enrolment === null) throw new Error('not enrolled');
const key = openSigningKey(signingKeyFile(folder));
const around = { store, clock: systemClock, log: silentLog };
const submitter = createSubmitter({
  ...around,
  guard: createClockGuard({ store, clock: systemClock }),
  enrolment,
  key,
  place: placeOf(DEFAULT_CONFIG, enrolment),
  storage: createStorage(folder, DEFAULT_CONFIG.storage),
  vault: createVault(folder),
});
const naive = openSqlite(naiveFile);
await naive.raw('create table rows (id text primary key, body text not null) strict');
const body = JSON.stringify(llcAnswers());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function submitOne(): Promise<void> {
  const id = uuidv7(new Date());
  const finished = finishedWith(llcAnswers(), { id, strokes: null, documents: [] });
  const put = await submitter.submit(finished);
  if (!put.ok) throw new Error(put.error);
}

const rows: number[] = [];
const idle: number[] = [];
for (let made = 0; made < Number(count); made += 1) {
  // In turns, so that both have the same machine.
  rows.push(await timed(() => naive('rows').insert({ id: uuidv7(new Date()), body })));
  idle.push(await timed(submitOne));
}

const client = createPlatformClient({
  url,
  platformKey: enrolment.platformSigningKey,
  kiosk: enrolment.kiosk,
  key,
  clock: systemClock,
  timeoutMs: 60_000,
  clockOffsetMs: async () => null,
});
const worker = createOutboxWorker({
  ...around,
  client,
  platformKey: enrolment.platformSigningKey,
  timers: systemTimers,
  random: Math.random,
  onChange: () => {},
  onExchange: () => {},
});
const draining: number[] = [];
let isDraining = true;
void worker.drain().finally(() => (isDraining = false));
for (let made = 0; made < Number(count); made += 1) {
  const took = await timed(submitOne);
  if (!isDraining) break;
  draining.push(took);
}
say(JSON.stringify({ rows, idle, draining }));
process.exit(0);
