// Reads ESC/POS as a printer does: one command after the other out of what it has received.

export type Command =
  | { kind: 'initialize' }
  | { kind: 'be-quiet' }
  | { kind: 'tell-paper' }
  | { kind: 'cut' }
  | { kind: 'feed'; rows: number }
  | { kind: 'raster'; rowBytes: number; rows: number; dots: Buffer }
  /** Real time commands were obeyed when they came in; in their turn they are nothing. */
  | { kind: 'nothing' }
  /** What a receipt printer would print as letters. */
  | { kind: 'text'; byte: number };

export interface Read {
  command: Command;
  length: number;
}

const [ESC, GS, DLE] = [0x1b, 0x1d, 0x10];

/** The command a buffer begins with; null when its end has not come yet. */
export function readCommand(bytes: Buffer): Read | null {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if (first === DLE) return realTime(bytes);
  if (first !== ESC && first !== GS) return { command: { kind: 'text', byte: first }, length: 1 };
  if (second === undefined) return null;
  return first === ESC ? escape(bytes) : group(bytes);
}

function whole(bytes: Buffer, length: number, command: Command): Read | null {
  return bytes.length < length ? null : { command, length };
}

function realTime(bytes: Buffer): Read | null {
  return whole(bytes, bytes[1] === 0x14 ? 10 : 3, { kind: 'nothing' });
}

function escape(bytes: Buffer): Read | null {
  if (bytes[1] === 0x40) return { command: { kind: 'initialize' }, length: 2 };
  if (bytes[1] === 0x4a) return whole(bytes, 3, { kind: 'feed', rows: bytes[2] ?? 0 });
  return { command: { kind: 'text', byte: 0x1b }, length: 1 };
}

function group(bytes: Buffer): Read | null {
  switch (bytes[1]) {
    case 0x61:
      return whole(bytes, 3, { kind: 'be-quiet' });
    case 0x72:
      return whole(bytes, 3, { kind: 'tell-paper' });
    case 0x56:
      return whole(bytes, 4, { kind: 'cut' });
    case 0x76:
      return raster(bytes);
    default:
      return { command: { kind: 'text', byte: 0x1d }, length: 1 };
  }
}

function raster(bytes: Buffer): Read | null {
  if (bytes.length < 8) return null;
  const [rowBytes, rows] = [bytes.readUInt16LE(4), bytes.readUInt16LE(6)];
  const length = 8 + rowBytes * rows;
  return whole(bytes, length, { kind: 'raster', rowBytes, rows, dots: bytes.subarray(8, length) });
}
