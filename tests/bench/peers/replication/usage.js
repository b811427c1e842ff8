// What each process here says of itself in its last line, as ours do.
import { subscribe } from 'node:diagnostics_channel';

const sockets = new Set();
subscribe('net.client.socket', ({ socket }) => sockets.add(socket));

export function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, rssKb: maxRSS };
}

export function wire() {
  let bytes = 0;
  for (const socket of sockets) bytes += socket.bytesRead + socket.bytesWritten;
  return bytes;
}

export function say(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** One application after the other, under ids that keep their order. */
export function* applications(plain, count) {
  for (let made = 1; made <= count; made += 1)
    yield { ...plain, id: `01933f5e-7c1a-7000-8000-${String(made).padStart(12, '0')}` };
}
