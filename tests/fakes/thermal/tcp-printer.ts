// A receipt printer in the network, without the metal: a real port, a small memory, and a temper.
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { createMechanism, type Mechanism, type MechanismParts } from './mechanism.ts';

export interface TcpThermalPrinter extends Mechanism {
  port: number;
  /** How often somebody came on the line. */
  timesCalled(): number;
  /** Most bytes that ever had to wait on the line because the memory was full. */
  mostKeptWaitingBytes(): number;
  /** The power goes: the line breaks and its memory is lost; the paper stays where it is. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTcpPrinter(parts: MechanismParts): Promise<TcpThermalPrinter> {
  const inside = createMechanism(parts);
  const sockets = new Set<Socket>();
  let [calls, mostWaiting] = [0, 0];
  let server = await listen(0);
  const { port } = server.address() as { port: number };

  async function listen(on: number): Promise<Server> {
    const opened = createServer({ noDelay: true }, serve).listen(on, '127.0.0.1');
    await once(opened, 'listening');
    return opened;
  }

  function serve(socket: Socket): void {
    calls += 1;
    sockets.add(socket);
    let waiting = Buffer.alloc(0);
    const swallow = () => {
      const room = Math.max(0, inside.freeBytes());
      const bytes = waiting.subarray(0, room);
      waiting = waiting.subarray(room);
      mostWaiting = Math.max(mostWaiting, waiting.length);
      if (bytes.length > 0) inside.take(bytes);
      if (waiting.length > 0) socket.pause();
      else socket.resume();
    };
    inside.onAnswer((byte) => socket.writable && socket.write(Buffer.from([byte])));
    inside.onRoom(() => setImmediate(swallow));
    socket.on('data', (bytes: Buffer) => {
      waiting = Buffer.concat([waiting, bytes]);
      swallow();
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  }

  async function unplug(): Promise<void> {
    inside.losePower();
    for (const socket of sockets) socket.resetAndDestroy();
    server.close();
    await once(server, 'close');
  }

  return {
    ...inside,
    port,
    timesCalled: () => calls,
    mostKeptWaitingBytes: () => mostWaiting,
    unplug,
    async plugIn() {
      server = await listen(port);
    },
    async stop() {
      if (server.listening) await unplug();
    },
  };
}
