// The frames that card readers of the Ministry's module (SAM) speak over a serial line at 115200 baud, 8N1:
// AA AA AA 96 69 · length (2, high byte first) · content · check. The length counts content and check; the check is the
// exclusive or of length and content. A request's content is command, parameter and data; an answer's is SW1 SW2 SW3 and data.

const PREAMBLE = [0xaa, 0xaa, 0xaa, 0x96, 0x69];
const LENGTH_BYTES = 2;

/** The longest there is: text 256, photo 1024, fingerprints 1024, their lengths 6, status 3, check 1; and some room. */
const LONGEST_FRAME = 4096;
/** A check and one byte besides. */
const SHORTEST_FRAME = 2;

export function frame(content: Uint8Array | readonly number[]): Buffer {
  const counted = Buffer.concat([lengthOf(content.length + 1), Buffer.from(content)]);
  return Buffer.concat([Buffer.from(PREAMBLE), counted, Buffer.from([checkOf(counted)])]);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(LENGTH_BYTES);
  bytes.writeUInt16BE(length);
  return bytes;
}

function checkOf(bytes: Uint8Array): number {
  return bytes.reduce((check, byte) => check ^ byte, 0);
}

/** The content of a frame, or that it was damaged on the way. */
export type Heard = { content: Buffer } | 'damaged';

export interface FrameEar {
  take(byte: number): void;
  /** What was heard of a frame so far is given up: its rest may never come. */
  forget(): void;
}

/** Puts frames together from bytes as they come; whatever stands before a preamble is noise. */
export function createFrameEar(hear: (heard: Heard) => void): FrameEar {
  let matched = 0;
  let body: number[] = [];

  function forget(): void {
    matched = 0;
    body = [];
  }

  /** Three or more AA may come in a row: the last three count. */
  function search(byte: number): void {
    if (byte === PREAMBLE[matched]) matched += 1;
    else if (byte !== PREAMBLE[0]) matched = 0;
    else matched = matched === 3 ? 3 : 1;
  }

  function collect(byte: number): void {
    body.push(byte);
    if (body.length < LENGTH_BYTES) return;
    const length = Buffer.from(body.slice(0, LENGTH_BYTES)).readUInt16BE();
    const isSound = length >= SHORTEST_FRAME && length <= LONGEST_FRAME;
    if (isSound && body.length < LENGTH_BYTES + length) return;
    const whole = Buffer.from(body);
    forget();
    // Over a frame together with its check nothing is left.
    hear(isSound && checkOf(whole) === 0 ? { content: whole.subarray(LENGTH_BYTES, -1) } : 'damaged');
  }

  return { forget, take: (byte) => (matched === PREAMBLE.length ? collect(byte) : search(byte)) };
}
