// A simulated reader that the kiosk reaches as it reaches a real one: bytes over a line, here a socket of this machine.
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createFrameEar } from './frames.ts';
import type { SimulatedModule } from './simulated-module.ts';

export interface Simulator {
  port: number;
  stop(): Promise<void>;
}

/** Serves on 127.0.0.1; several may be connected, as nothing is kept of any. */
export async function startSimulator(module: SimulatedModule): Promise<Simulator> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, module);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    stop() {
      sockets.forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}

function serve(socket: Socket, module: SimulatedModule): void {
  let turn: Promise<unknown> = Promise.resolve();
  const ear = createFrameEar((heard) => {
    turn = turn.then(async () => {
      const answer = heard === 'damaged' ? module.complain() : await module.answer(heard.content);
      if (!socket.destroyed) socket.write(answer);
    });
  });
  socket.on('data', (bytes: Buffer) => bytes.forEach((byte) => ear.take(byte)));
}
