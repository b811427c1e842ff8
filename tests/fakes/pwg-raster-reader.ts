// Reads PWG raster as a printer does (PWG 5102.4), for pages of one bit or one byte a dot.
import type { Picture } from '../../main/printing/picture.ts';

const HEADER_BYTES = 1796;

export function readPwgRaster(bytes: Buffer): Picture[] {
  if (bytes.subarray(0, 4).toString('latin1') !== 'RaS2') throw new Error('no PWG raster');
  const pages: Picture[] = [];
  let at = 4;
  while (at < bytes.length) {
    const page = readPage(bytes, at);
    pages.push(page.picture);
    at = page.end;
  }
  return pages;
}

function readPage(bytes: Buffer, start: number): { picture: Picture; end: number } {
  const number = (offset: number) => bytes.readUInt32BE(start + offset);
  const [widthDots, heightDots, bits, rowBytes] = [number(372), number(376), number(388), number(392)];
  const rows: Buffer[] = [];
  let at = start + HEADER_BYTES;
  while (rows.length < heightDots) {
    const repeats = (bytes[at] ?? 0) + 1;
    const { row, end } = readRow(bytes, at + 1, rowBytes);
    for (let count = 0; count < repeats; count += 1) rows.push(bits === 1 ? row : blackBits(row));
    at = end;
  }
  const picture = { widthDots, heightDots, dotsPerInch: number(276), bits: Buffer.concat(rows) };
  return { picture, end: at };
}

function readRow(bytes: Buffer, start: number, rowBytes: number): { row: Buffer; end: number } {
  const parts: Buffer[] = [];
  let [at, length] = [start, 0];
  while (length < rowBytes) {
    const control = bytes[at] ?? 0;
    const isRun = control < 128;
    const count = isRun ? control + 1 : 257 - control;
    const part = isRun ? Buffer.alloc(count, bytes[at + 1]) : bytes.subarray(at + 1, at + 1 + count);
    parts.push(part);
    length += count;
    at += isRun ? 2 : 1 + count;
  }
  return { row: Buffer.concat(parts), end: at };
}

/** Of grey bytes, where 0 is black. */
function blackBits(row: Buffer): Buffer {
  const bits = Buffer.alloc(Math.ceil(row.length / 8));
  row.forEach((grey, x) => {
    if (grey === 0) bits[x >> 3] = (bits[x >> 3] ?? 0) | (0x80 >> (x & 7));
  });
  return bits;
}
