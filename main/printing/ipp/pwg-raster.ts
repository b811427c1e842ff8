// PWG raster (PWG 5102.4): what every IPP Everywhere printer takes, also one that cannot read PDF. A header of 1796 bytes
// for each page, then its rows, each said how often it repeats and packed in runs.
import { bytesPerRow, MM_PER_INCH, mmOf, rowsOf, type Picture } from '../picture.ts';

export interface RasterKind {
  /** black_1: a bit a dot, 1 is black. sgray_8: a byte a dot, 0 is black. */
  type: 'black_1' | 'sgray_8';
  /** How often each dot is repeated either way: the printer has more of them to the inch. */
  times: number;
}

const HEADER_BYTES = 1796;
const POINTS_PER_INCH = 72;
const COLOR_SPACES = { black_1: 3, sgray_8: 18 };

export function pwgRasterOf(pages: Picture[], kind: RasterKind): Buffer {
  const inked = pages.flatMap((page) => [headerOf(page, kind, pages.length), bodyOf(page, kind)]);
  return Buffer.concat([Buffer.from('RaS2', 'latin1'), ...inked]);
}

function headerOf(page: Picture, { type, times }: RasterKind, pages: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const bits = type === 'black_1' ? 1 : 8;
  const [width, height] = [page.widthDots * times, page.heightDots * times];
  const points = (dots: number) => Math.round((mmOf(dots, page) / MM_PER_INCH) * POINTS_PER_INCH);
  const numbers: Record<number, number> = {
    276: page.dotsPerInch * times,
    280: page.dotsPerInch * times,
    340: 1,
    352: points(page.widthDots),
    356: points(page.heightDots),
    372: width,
    376: height,
    384: bits,
    388: bits,
    392: Math.ceil((width * bits) / 8),
    400: COLOR_SPACES[type],
    420: 1,
    452: pages,
    456: 1,
    460: 1,
  };
  header.write('PwgRaster', 0, 'latin1');
  for (const [at, number] of Object.entries(numbers)) header.writeUInt32BE(number, Number(at));
  return header;
}

/** A row may be said to repeat 256 times at once. */
const REPEATS_AT_MOST = 256;

function bodyOf(page: Picture, kind: RasterKind): Buffer {
  const parts: Buffer[] = [];
  for (let y = 0; y < page.heightDots;) {
    const row = Buffer.from(rowsOf(page, y, 1));
    let repeats = 1;
    while (y + repeats < page.heightDots && row.equals(rowsOf(page, y + repeats, 1))) repeats += 1;
    const packed = packed8(rowAs(row, page.widthDots, kind));
    for (let left = repeats * kind.times; left > 0; left -= REPEATS_AT_MOST)
      parts.push(Buffer.from([Math.min(left, REPEATS_AT_MOST) - 1]), packed);
    y += repeats;
  }
  return Buffer.concat(parts);
}

/** A row of one bit a dot as the printer wants it, each dot so many times. */
function rowAs(row: Buffer, widthDots: number, { type, times }: RasterKind): Buffer {
  if (type === 'black_1' && times === 1) return row;
  const width = widthDots * times;
  const wanted =
    type === 'sgray_8' ? Buffer.alloc(width, 0xff) : Buffer.alloc(bytesPerRow({ widthDots: width }));
  const blacken = (x: number) => {
    if (type === 'sgray_8') wanted[x] = 0;
    else wanted[x >> 3] = (wanted[x >> 3] ?? 0) | (0x80 >> (x & 7));
  };
  row.forEach((byte, at) => {
    for (let bit = 0; byte !== 0 && bit < 8; bit += 1) {
      if ((byte & (0x80 >> bit)) === 0) continue;
      const x = (at * 8 + bit) * times;
      for (let more = 0; more < times; more += 1) blacken(x + more);
    }
  });
  return wanted;
}

const RUN_AT_MOST = 128;

/** Runs of one byte as (length - 1, byte), bytes that differ as (257 - length, bytes). */
function packed8(row: Buffer): Buffer {
  const out: number[] = [];
  for (let at = 0; at < row.length;) {
    const run = runAt(row, at);
    const length = run > 1 ? run : differingAt(row, at);
    const isRun = run > 1 || length === 1;
    out.push(isRun ? length - 1 : 257 - length, ...row.subarray(at, at + (isRun ? 1 : length)));
    at += length;
  }
  return Buffer.from(out);
}

function runAt(row: Buffer, at: number): number {
  let length = 1;
  while (length < RUN_AT_MOST && at + length < row.length && row[at + length] === row[at]) length += 1;
  return length;
}

/** Bytes up to where the next run begins. */
function differingAt(row: Buffer, at: number): number {
  let length = 1;
  while (length < RUN_AT_MOST && at + length < row.length && runAt(row, at + length) === 1) length += 1;
  return length;
}
