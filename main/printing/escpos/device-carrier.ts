// A receipt printer on a character device: /dev/usb/lp0, a serial port. Node cannot wait for such a device, and a read or
// write that blocks would hold one of its few threads for as long as the printer is silent; so nothing here blocks, and
// what cannot be done yet is tried again a moment later.
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { PrinterTrouble } from '../printer.ts';
import { HANG_UP_AT_MOST_MS, type Carrier, type Line } from './line.ts';

/** Less than a printer takes for two millimetres of paper. */
const TRY_AGAIN_MS = 10;
const READ_AT_ONCE_BYTES = 64;
const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;

export function deviceCarrier(path: string, timers: Timers): Carrier {
  return {
    async open() {
      const opened = await openDevice(path);
      return opened.ok ? ok(lineOver(opened.value, timers)) : opened;
    },
  };
}

const TROUBLES: Record<string, PrinterTrouble> = {
  ENOENT: 'not-connected',
  ENXIO: 'not-connected',
  ENODEV: 'not-connected',
  EIO: 'not-connected',
  EBUSY: 'busy',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
};

async function openDevice(path: string): Promise<Result<FileHandle, PrinterTrouble>> {
  try {
    const device = await open(path, FLAGS);
    if ((await device.stat()).isCharacterDevice()) return ok(device);
    // A file of that name is not a printer: nothing must be written over it.
    await device.close();
    return fail('not-connected');
  } catch (error) {
    return fail(TROUBLES[codeOf(error)] ?? 'not-writable');
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function lineOver(device: FileHandle, timers: Timers): Line {
  const end = Promise.withResolvers<void>();
  let isOver = false;
  let listener: (byte: number) => void = () => {};
  let turn: Promise<unknown> = Promise.resolve();
  const reading = read();

  function over(): void {
    isOver = true;
    end.resolve();
  }

  /** Null: not now. */
  async function now(step: () => Promise<number>): Promise<number | null> {
    try {
      return await step();
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') over();
      return null;
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => timers.after(TRY_AGAIN_MS, resolve));
  }

  async function read(): Promise<void> {
    const bytes = Buffer.alloc(READ_AT_ONCE_BYTES);
    while (!isOver) {
      const count = await now(async () => (await device.read(bytes)).bytesRead);
      if (count === null || count === 0) await pause();
      else bytes.subarray(0, count).forEach((byte) => listener(byte));
    }
  }

  async function write(bytes: Uint8Array): Promise<boolean> {
    let sent = 0;
    while (sent < bytes.length && !isOver) {
      const count = await now(async () => (await device.write(bytes, sent)).bytesWritten);
      if (count === null || count === 0) await pause();
      else sent += count;
    }
    return sent === bytes.length;
  }

  return {
    send(bytes) {
      const sent = turn.then(() => write(bytes));
      turn = sent;
      return sent;
    },
    onByte: (heard) => void (listener = heard),
    lost: end.promise,
    async hangUp() {
      const limit = timers.after(HANG_UP_AT_MOST_MS, over);
      await turn;
      limit.cancel();
      over();
      await reading;
      await device.close();
    },
  };
}
