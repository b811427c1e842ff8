// Sends what waits in its database, so many at a time, and notes each answer in a commit of its own.
//   node client.js FILE URL IN_FLIGHT
import { subscribe } from 'node:diagnostics_channel';
import { Agent, request } from 'node:http';
import { open } from './store.js';

const [file, url, inFlight] = process.argv.slice(2);
const sockets = new Set();
subscribe('net.client.socket', ({ socket }) => sockets.add(socket));
const db = await open(file, '');
const mark = db.prepare("update outbox set state = 'sent', received_at = ? where sequence = ?");
const agent = new Agent({ keepAlive: true, maxSockets: Number(inFlight) });

function post(body) {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.once('end', () =>
        response.statusCode === 201 ? resolve(JSON.parse(text)) : reject(new Error(`${response.statusCode}`)),
      );
    });
    sent.end(body);
  });
}

const before = performance.now();
let last = 0;
let sent = 0;
for (;;) {
  const rows = await db.all(
    "select sequence, body from outbox where state = 'queued' and sequence > ? order by sequence limit ?",
    last,
    Number(inFlight),
  );
  if (rows.length === 0) break;
  last = rows.at(-1).sequence;
  await Promise.all(
    rows.map(async ({ sequence, body }) => {
      const { receivedAt } = await post(body);
      await mark(receivedAt, sequence);
      sent += 1;
    }),
  );
}
const ms = performance.now() - before;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
let wire = 0;
for (const socket of sockets) wire += socket.bytesRead + socket.bytesWritten;
console.log(JSON.stringify({ ms, sent, wire, cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS }));
process.exit(0);
