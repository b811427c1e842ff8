// The kiosk's queue in a process of its own: opens the store as every start does, then sends everything.
//   node kiosk-process.ts FOLDER URL
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { systemClock, systemTimers } from '../../../lib/clock.ts';
import { openSigningKey } from '../../../lib/keys.ts';
import { silentLog } from '../../../lib/log.ts';
import { signingKeyFile } from '../../../main/kiosk.ts';
import { openStore } from '../../../main/store/store.ts';
import { createOutboxWorker } from '../../../main/sync/outbox-worker.ts';
import { createPlatformClient } from '../../../main/sync/platform-client.ts';
import { say, usage } from './usage.ts';

const [folder = '', url = ''] = process.argv.slice(2);
const sockets = new Set<Socket>();
subscribe('net.client.socket', (message) => sockets.add((message as { socket: Socket }).socket));

const opened = await openStore(join(folder));
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const enrolment = await store.enrolment.get();
if (enrolment === null) throw new Error('not enrolled');
const key = openSigningKey(signingKeyFile(folder));
const platformKey = enrolment.platformSigningKey;
const client = createPlatformClient({
  url,
  platformKey,
  kiosk: enrolment.kiosk,
  key,
  clock: systemClock,
  timeoutMs: 60_000,
  clockOffsetMs: async () => null,
});
const waiting = await store.submissions.waiting();
const worker = createOutboxWorker({
  store,
  client,
  platformKey,
  clock: systemClock,
  timers: systemTimers,
  random: Math.random,
  log: silentLog,
  onChange: () => {},
  onExchange: (trouble) => {
    if (trouble !== null) throw new Error(trouble.kind);
  },
});
const before = performance.now();
await worker.drain();
const ms = performance.now() - before;
const used = usage();
const sent = waiting - (await store.submissions.waiting());
let wire = 0;
for (const socket of sockets) wire += socket.bytesRead + socket.bytesWritten;
say(JSON.stringify({ ms, sent, wire, ...used }));
process.exit(0);
