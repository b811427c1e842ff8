// The inside of a receipt printer: a memory, a head over a roll of paper, a knife, a cover and their sensors. What it
// printed is a picture again. It obeys real-time commands wherever they come in, also within a picture, as real ones do.
import type { Timers } from '../../../lib/clock.ts';
import type { Picture } from '../../../main/printing/picture.ts';
import { readCommand, type Command } from './escpos-reader.ts';

export interface Mechanism {
  /** The pieces that were cut off, in order. */
  tray: Picture[];
  /** What hangs out of the printer. */
  hanging(): Picture;
  /** Letters that came out because something was sent that is no command. */
  garbage(): number;
  /** Most that ever lay in its memory. */
  mostHeldBytes(): number;
  timesTold(): number;
  freeBytes(): number;
  /** It will do nothing more by itself. */
  standsStill(): boolean;
  runOutOfPaper(afterRows?: number): void;
  /** A new roll; what hung out is torn off with the old one. */
  refill(): void;
  runLowOnPaper(): void;
  openCover(): void;
  closeCover(): void;
  jamKnife(): void;
  clearJam(): void;
  /** The roll lies the wrong way round: it is fed, and nothing can be seen on it. */
  turnRollRound(): void;
  /** So many rows of dots each second from now on. */
  printSlowly(rowsPerSecond: number): void;
  /** Takes everything and says nothing. */
  fallSilent(): void;
  /** Takes itself off the line until it is put back. */
  goOffline(): void;
  goOnline(): void;
}

/** What the plug of the printer sees of it. */
export interface Inside {
  take(bytes: Buffer): void;
  onAnswer(answer: (byte: number) => void): void;
  onRoom(hasRoom: () => void): void;
  losePower(): void;
}

export interface MechanismParts {
  widthDots: 576 | 384;
  memoryBytes?: number;
  timers: Timers;
}

const CLEAR = Buffer.from([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]);

export function createMechanism({
  widthDots,
  memoryBytes = 4096,
  timers,
}: MechanismParts): Mechanism & Inside {
  const tray: Picture[] = [];
  const rowBytes = widthDots / 8;
  let rows: Buffer[] = [];
  let memory = Buffer.alloc(0);
  let lastBytes = Buffer.alloc(0);
  let rowsLeft = Number.POSITIVE_INFINITY;
  let rowsPerSecond = Number.POSITIVE_INFINITY;
  let [isLow, isCoverOpen, isJammed, isBlank] = [false, false, false, false];
  let [isSilent, isOffline, isWorking] = [false, false, false];
  let [mostHeld, letters, told] = [0, 0, 0];
  let answer: (byte: number) => void = () => {};
  let hasRoom: () => void = () => {};

  const isStopped = () => isCoverOpen || isJammed || isOffline || rowsLeft <= 0;

  function strip(): Picture {
    return { widthDots, heightDots: rows.length, dotsPerInch: 203, bits: Buffer.concat(rows) };
  }

  function say(byte: number): void {
    if (isSilent) return;
    told += 1;
    answer(byte);
  }

  function status(question: number): number {
    const bits: Record<number, [boolean | undefined, number][]> = {
      1: [[isStopped(), 3]],
      2: [
        [isCoverOpen, 2],
        [rowsLeft <= 0, 5],
        [isJammed, 6],
      ],
      3: [[isJammed, 3]],
      4: [
        [isLow || rowsLeft <= 0, 2],
        [isLow || rowsLeft <= 0, 3],
        [rowsLeft <= 0, 5],
        [rowsLeft <= 0, 6],
      ],
    };
    return (bits[question] ?? []).reduce(
      (byte, [isSet, bit]) => (isSet ? byte | (1 << bit) : byte),
      0b0001_0010,
    );
  }

  /** Every byte that comes in may be the last of a command that is obeyed at once. True: all before it is thrown away. */
  function hear(byte: number): boolean {
    lastBytes = Buffer.concat([lastBytes, Buffer.from([byte])]).subarray(-CLEAR.length);
    const [dle, eot] = lastBytes.subarray(-3, -1);
    if (dle === 0x10 && eot === 0x04 && byte >= 1 && byte <= 4) say(status(byte));
    return lastBytes.equals(CLEAR);
  }

  /** Whether the command could be carried out; if not, it stays where it is. */
  function obey(command: Command): boolean {
    if (isStopped()) return false;
    switch (command.kind) {
      case 'raster':
        return printRows(command);
      case 'feed':
        return feed(command.rows);
      case 'cut':
        return cut();
      case 'tell-paper':
        say(isLow ? 0b0000_0011 : 0);
        return true;
      case 'text':
        letters += 1;
        return true;
      case 'initialize':
      case 'be-quiet':
      case 'nothing':
        return true;
    }
  }

  function printRows({
    rowBytes: sentBytes,
    rows: count,
    dots,
  }: Extract<Command, { kind: 'raster' }>): boolean {
    for (let row = 0; row < count; row += 1) {
      if (rowsLeft <= 0) return false;
      rowsLeft -= 1;
      const line = Buffer.alloc(rowBytes);
      if (!isBlank) dots.subarray(row * sentBytes, (row + 1) * sentBytes).copy(line);
      rows.push(line);
    }
    return true;
  }

  function feed(count: number): boolean {
    for (let row = 0; row < count; row += 1) rows.push(Buffer.alloc(rowBytes));
    rowsLeft -= count;
    return true;
  }

  let willJam = false;
  function cut(): boolean {
    if (willJam) {
      isJammed = true;
      return false;
    }
    tray.push(strip());
    rows = [];
    return true;
  }

  function work(): void {
    if (isWorking) return;
    for (let read = readCommand(memory); read !== null && !isStopped(); read = readCommand(memory)) {
      const { command, length } = read;
      if (command.kind === 'raster' && rowsPerSecond !== Number.POSITIVE_INFINITY) {
        isWorking = true;
        timers.after((command.rows / rowsPerSecond) * 1000, () => finish(command, length));
        return;
      }
      if (!carryOut(command, length)) return;
    }
  }

  function finish(command: Command, length: number): void {
    isWorking = false;
    // What was thrown away meanwhile is not printed.
    if (memory.length >= length) carryOut(command, length);
    work();
  }

  function carryOut(command: Command, length: number): boolean {
    if (!obey(command)) return false;
    memory = memory.subarray(length);
    hasRoom();
    return true;
  }

  function set(change: () => void): void {
    change();
    work();
  }

  return {
    tray,
    hanging: strip,
    garbage: () => letters,
    mostHeldBytes: () => mostHeld,
    timesTold: () => told,
    runOutOfPaper: (afterRows = 0) => void (rowsLeft = afterRows),
    refill: () => set(() => ([rowsLeft, rows, isLow] = [Number.POSITIVE_INFINITY, [], false])),
    runLowOnPaper: () => void (isLow = true),
    openCover: () => void (isCoverOpen = true),
    closeCover: () => set(() => (isCoverOpen = false)),
    jamKnife: () => void (willJam = true),
    clearJam: () => set(() => ([willJam, isJammed] = [false, false])),
    turnRollRound: () => void (isBlank = true),
    printSlowly: (speed) => void (rowsPerSecond = speed),
    fallSilent: () => void (isSilent = true),
    goOffline: () => void (isOffline = true),
    goOnline: () => set(() => (isOffline = false)),
    standsStill: () => isStopped() || isSilent,
    freeBytes: () => memoryBytes - memory.length,
    take(bytes) {
      memory = Buffer.concat([memory, bytes]);
      mostHeld = Math.max(mostHeld, memory.length);
      bytes.forEach((byte, index) => {
        if (hear(byte)) memory = Buffer.from(bytes.subarray(index + 1));
      });
      work();
    },
    onAnswer: (listener) => void (answer = listener),
    onRoom: (listener) => void (hasRoom = listener),
    losePower: () => void (memory = Buffer.alloc(0)),
  };
}
