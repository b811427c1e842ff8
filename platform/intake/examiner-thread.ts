// A thread that examines items. It holds the opening key as a handle, no database and no network.
import { parentPort, workerData } from 'node:worker_threads';
import { openingKeyOf } from '../../lib/envelope-crypto.ts';
import { newCompileSchema } from '../../lib/schema.ts';
import { examined } from './examine.ts';
import { toldOf, type Done, type Job, type ThreadStart } from './examiner-wire.ts';
import { shelfFrom } from './shelf-data.ts';

const start = workerData as ThreadStart;
const [current, ...older] = start.openingKeys.map((handle) => openingKeyOf(handle));
if (current === undefined) throw new Error('a thread without a key opens nothing');
const parts = {
  openingKey: { ...current, older },
  shelf: shelfFrom(start.shelf, newCompileSchema),
};

parentPort?.on('message', ({ job, kiosk, sent }: Job) => {
  const done: Done = { job, told: sent.map((one) => toldOf(examined(kiosk, one, parts))) };
  parentPort?.postMessage(done);
});
parentPort?.postMessage('ready');
