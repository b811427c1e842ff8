// A receipt printer in the network: bytes over TCP, by custom on port 9100.
import { createConnection, type Socket } from 'node:net';
import { fail, ok } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import { CONNECT_AT_MOST_MS, HANG_UP_AT_MOST_MS, type Carrier, type Line } from './line.ts';

export function tcpCarrier(host: string, port: number, timers: Timers): Carrier {
  return {
    async open() {
      const socket = createConnection({ host, port, noDelay: true });
      const lost = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      // Every error is followed by 'close', which says all we need.
      socket.on('error', () => socket.destroy());
      const limit = timers.after(CONNECT_AT_MOST_MS, () => socket.destroy());
      const connected = new Promise<true>((resolve) => socket.once('connect', () => resolve(true)));
      const isOpen = (await Promise.race([connected, lost])) === true;
      limit.cancel();
      return isOpen ? ok(lineOver(socket, lost, timers)) : fail('not-connected');
    },
  };
}

function lineOver(socket: Socket, lost: Promise<void>, timers: Timers): Line {
  return {
    send: (bytes) => new Promise((resolve) => socket.write(bytes, (error) => resolve(!error))),
    onByte: (listener) => socket.on('data', (bytes: Buffer) => bytes.forEach((byte) => listener(byte))),
    lost,
    async hangUp() {
      // Whatever it still says is not heard, but must be taken off the line for its end to arrive.
      socket.resume();
      socket.end();
      const limit = timers.after(HANG_UP_AT_MOST_MS, () => socket.destroy());
      await lost;
      limit.cancel();
    },
  };
}
