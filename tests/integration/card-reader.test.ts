// The card reader's adapter against a reader on a real line: a socket, and a pseudo-terminal as a serial port is one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardNews, CardReader } from '../../main/devices/card-reader/card-reader.ts';
import { createFrameEar } from '../../main/devices/card-reader/frames.ts';
import { createSamReader } from '../../main/devices/card-reader/sam-reader.ts';
import { serialCarrier } from '../../main/devices/card-reader/serial-carrier.ts';
import { createSimulatedModule } from '../../main/devices/card-reader/simulated-module.ts';
import { tcpCarrier } from '../../main/printing/escpos/tcp-carrier.ts';
import { writeTextBlock } from '../../domain/identity-card/text-block.ts';
import { systemTimers, type Timers } from '../../lib/clock.ts';
import { aishasCard, luosCard, oldForeignCard, yangsCard } from '../builders/cards.ts';
import { startCardReader, type FakeCardReader } from '../fakes/card-reader.ts';
import { until } from '../until.ts';

/** Waits are kept, but a hundred times shorter: the reader is not made of metal. */
const quick: Timers = { after: (ms, run) => systemTimers.after(ms / (ms > 500 ? 10 : 30), run) };

let fake: FakeCardReader;
let reader: CardReader;
let news: CardNews[];
let watching: { stop(): Promise<void> } | null;

beforeEach(async () => {
  fake = await startCardReader();
  reader = createSamReader({ carrier: tcpCarrier('127.0.0.1', fake.port(), systemTimers), timers: quick });
  news = [];
  watching = null;
});
afterEach(async () => {
  await watching?.stop();
  await fake.stop();
});

function watch(): void {
  watching = reader.watch((one) => news.push(one));
}
const told = (kind: CardNews['news']) => news.filter((one) => one.news === kind);
const heardOf = (kind: CardNews['news'], times = 1) => until(() => told(kind).length >= times);

describe('status', () => {
  it('is ready when the reader says so', async () => {
    expect(await reader.status()).toBe('ready');
  });

  it('is not connected when nobody is there', async () => {
    await fake.unplug();
    expect(await reader.status()).toBe('not-connected');
  });

  it('is no answer when the line is there and says nothing', async () => {
    fake.befall(0x11, 'silence');
    expect(await reader.status()).toBe('no-answer');
  });

  it('says what it said last while somebody watches, and opens no second line', async () => {
    watch();
    await heardOf('reader');
    const asked = fake.heard.filter((command) => command === '11ff').length;
    expect(await reader.status()).toBe('ready');
    expect(fake.heard.filter((command) => command === '11ff')).toHaveLength(asked);
  });
});

describe('a card', () => {
  it('is read once when it is laid down, and its going is told', async () => {
    watch();
    await heardOf('reader');
    fake.lay(yangsCard);
    await heardOf('card');
    fake.remove();
    await heardOf('removed');
    expect(news).toEqual([
      { news: 'reader', state: 'ready' },
      { news: 'reading' },
      { news: 'card', card: yangsCard },
      { news: 'removed' },
    ]);
  });

  it.each([aishasCard, oldForeignCard])('of another kind is read too: $kind', async (card) => {
    fake.lay(card);
    watch();
    await heardOf('card');
    expect(told('card')).toEqual([{ news: 'card', card }]);
  });

  it('that was changed for another between two looks is two cards', async () => {
    fake.lay(yangsCard);
    watch();
    await heardOf('card');
    fake.lay(luosCard);
    await heardOf('card', 2);
    expect(news.slice(1)).toEqual([
      { news: 'reading' },
      { news: 'card', card: yangsCard },
      { news: 'removed' },
      { news: 'card', card: luosCard },
    ]);
  });

  it.each(['damaged', 'byte-by-byte', 'noise-before'] as const)(
    'is read over a line on which answers are %s',
    async (mishap) => {
      fake.befall(0x30, mishap);
      fake.befall(0x20, mishap, mishap);
      fake.lay(yangsCard);
      watch();
      await heardOf('card');
      expect(told('trouble')).toEqual([]);
    },
  );

  it('is given up when every answer is damaged, and read when the line is better', async () => {
    fake.befall(0x30, 'damaged', 'damaged', 'damaged');
    fake.lay(yangsCard);
    watch();
    await heardOf('card');
    expect(fake.heard.filter((command) => command === '3001').length).toBeGreaterThan(3);
  });

  it('is read after half an answer was waited for in vain', async () => {
    fake.befall(0x30, 'half');
    fake.lay(yangsCard);
    watch();
    await heardOf('card');
    expect(told('card')).toEqual([{ news: 'card', card: yangsCard }]);
  });

  it('that holds nonsense is told of once, and not read again before it was lifted', async () => {
    const block = writeTextBlock(yangsCard);
    const nonsense = Buffer.from(block.ok ? block.value : []).fill(0x41, 0, 60);
    fake.layBlock(nonsense);
    watch();
    await heardOf('trouble');
    const reads = fake.heard.filter((command) => command === '3001').length;
    const looks = fake.heard.length;
    await until(() => fake.heard.length > looks + 3);
    expect(told('trouble')).toEqual([{ news: 'trouble', because: 'not-understood' }]);
    expect(fake.heard.filter((command) => command === '3001')).toHaveLength(reads);
    fake.remove();
    await until(() => fake.heard.length > looks + 6);
    fake.layBlock(nonsense);
    await heardOf('trouble', 2);
  });
});

describe('a reader', () => {
  it('whose cable is pulled in the middle of reading is told of, and reads when it is back', async () => {
    fake.befall(0x30, 'pulled');
    fake.lay(yangsCard);
    watch();
    await heardOf('reading');
    await fake.unplug();
    await until(() => told('reader').length === 2);
    await fake.plugIn();
    await heardOf('card');
    expect(told('reader').map((one) => one.news === 'reader' && one.state)).toEqual([
      'ready',
      'not-connected',
      'ready',
    ]);
  });

  it('that comes back has not lost the card that still lies there', async () => {
    fake.lay(yangsCard);
    watch();
    await heardOf('card');
    await fake.unplug();
    await until(() => told('reader').length === 2);
    await fake.plugIn();
    await until(() => told('reader').length === 3);
    const looks = fake.heard.length;
    await until(() => fake.heard.length > looks + 4);
    expect([told('card').length, told('removed').length]).toEqual([1, 0]);
  });

  it('is left alone once nobody watches it', async () => {
    watch();
    await heardOf('reader');
    await watching?.stop();
    fake.lay(yangsCard);
    expect(await reader.status()).toBe('ready');
    expect(told('card')).toEqual([]);
  });
});

/** A pseudo-terminal that edits lines and echoes, as every terminal does until somebody sets it up. */
async function startSerialReader() {
  const block = writeTextBlock(yangsCard);
  const script = spawn('script', ['--quiet', '--command', 'tty; exec sleep infinity', '/dev/null'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [device] = (await once(script.stdout, 'data')) as [Buffer];
  const module = createSimulatedModule({ lying: async () => (block.ok ? block.value : null) });
  const ear = createFrameEar((heard) => {
    const answer = heard === 'damaged' ? Promise.resolve(module.complain()) : module.answer(heard.content);
    void answer.then((bytes) => script.stdin.write(bytes));
  });
  script.stdout.on('data', (bytes: Buffer) => bytes.forEach((byte) => ear.take(byte)));
  return {
    device: device.toString('utf8').trim(),
    async stop() {
      script.kill('SIGKILL');
      await once(script, 'exit');
    },
  };
}

describe('over a serial port', () => {
  it('sets the port up and reads a card byte for byte', async () => {
    const serial = await startSerialReader();
    const overPort = createSamReader({
      carrier: serialCarrier(serial.device, 115200, systemTimers),
      timers: systemTimers,
    });
    const card = Promise.withResolvers<CardNews>();
    const port = overPort.watch((one) => {
      if (one.news === 'card') card.resolve(one);
    });
    expect(await card.promise).toEqual({ news: 'card', card: yangsCard });
    await port.stop();
    await serial.stop();
  });

  it('is not connected where there is no such port, or no port at all', async () => {
    for (const device of ['/dev/ttyNONE', '/dev/null'])
      expect([
        device,
        await createSamReader({ carrier: serialCarrier(device, 115200, quick), timers: quick }).status(),
      ]).toEqual([device, 'not-connected']);
  });
});
