// A card reader on a socket, with what happens to real ones: cards are laid down and taken away, the cable is pulled,
// answers are damaged, break off, come late or not at all.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { IdentityCard } from '../../domain/identity-card/card.ts';
import { writeTextBlock } from '../../domain/identity-card/text-block.ts';
import { createFrameEar } from '../../main/devices/card-reader/frames.ts';
import { createSimulatedModule } from '../../main/devices/card-reader/simulated-module.ts';

/** What becomes of one answer. */
export type Mishap = 'damaged' | 'half' | 'silence' | 'pulled' | 'noise-before' | 'byte-by-byte';

export interface FakeCardReader {
  port(): number;
  lay(card: IdentityCard): void;
  /** Bytes that no card should hold. */
  layBlock(block: Uint8Array): void;
  remove(): void;
  /** The cable is pulled: lines break, nobody can connect. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
  /** The next answers to this command come to harm, one after the other. */
  befall(command: number, ...mishaps: Mishap[]): void;
  /** Commands as they were heard: '2001', '2002', '3001'. */
  heard: string[];
  stop(): Promise<void>;
}

export async function startCardReader(): Promise<FakeCardReader> {
  let block: Uint8Array | null = null;
  let port = 0;
  const heard: string[] = [];
  const mishaps = new Map<number, Mishap[]>();
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  const module = createSimulatedModule({ lying: async () => block });

  function send(socket: Socket, answer: Buffer, mishap: Mishap | undefined): void {
    if (mishap === undefined) socket.write(answer);
    if (mishap === 'damaged')
      socket.write(answer.map((byte, at) => (at === answer.length - 2 ? byte ^ 1 : byte)));
    if (mishap === 'half') socket.write(answer.subarray(0, Math.ceil(answer.length / 2)));
    if (mishap === 'noise-before')
      socket.write(Buffer.concat([Buffer.from([0x00, 0xaa, 0xaa, 0x96, 0x55, 0xaa]), answer]));
    if (mishap === 'byte-by-byte') for (const byte of answer) socket.write(Buffer.from([byte]));
    if (mishap === 'pulled') {
      socket.write(answer.subarray(0, 9));
      socket.destroySoon();
    }
  }

  function serve(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let turn: Promise<unknown> = Promise.resolve();
    const ear = createFrameEar((frame) => {
      turn = turn.then(async () => {
        if (frame === 'damaged') return send(socket, module.complain(), undefined);
        heard.push(frame.content.toString('hex'));
        const answer = await module.answer(frame.content);
        send(socket, answer, mishaps.get(frame.content[0] ?? 0)?.shift());
      });
    });
    socket.on('data', (bytes: Buffer) => bytes.forEach((byte) => ear.take(byte)));
  }

  async function plugIn(): Promise<void> {
    const opened = createServer(serve);
    server = opened;
    await new Promise<void>((resolve, reject) => {
      opened.once('error', reject);
      opened.listen(port, '127.0.0.1', resolve);
    });
    port = (opened.address() as AddressInfo).port;
  }

  async function unplug(): Promise<void> {
    const open = server;
    server = null;
    sockets.forEach((socket) => socket.destroy());
    if (open !== null) await new Promise<void>((resolve) => open.close(() => resolve()));
  }

  await plugIn();
  return {
    port: () => port,
    lay(card) {
      const written = writeTextBlock(card);
      if (!written.ok) throw new Error(`no room for ${written.error}`);
      block = written.value;
    },
    layBlock: (bytes) => void (block = bytes),
    remove: () => void (block = null),
    unplug,
    plugIn,
    befall: (command, ...coming) => void mishaps.set(command, coming),
    heard,
    stop: unplug,
  };
}
