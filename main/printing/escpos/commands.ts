// The few commands of ESC/POS that a receipt drawn as a picture takes.
import { bytesPerRow, rowsOf, type Picture } from '../picture.ts';
import { inert } from './inert.ts';

/** ESC @ forgets what was set before; GS a 0: nothing is told unasked, so every byte that comes answers something. */
export const BEGIN = Buffer.from([0x1b, 0x40, 0x1d, 0x61, 0]);

/** GS V B 0 feeds what was printed past the knife and cuts, leaving a corner to hold it by. */
export const CUT = Buffer.from([0x1d, 0x56, 0x42, 0]);

/** ESC J twice: 30 mm, from the print head to where a hand can tear. */
export const FEED_TO_TEAR = Buffer.from([0x1b, 0x4a, 120, 0x1b, 0x4a, 120]);

/**
 * GS r 1. Not in real time: it is answered when everything before it has been worked off, and not while the printer stands
 * still. So the answer to the last one says that the sheet came out.
 */
export const MARK = Buffer.from([0x1d, 0x72, 1]);

/** DLE DC4 8: throws away what was sent and not printed yet, at once, whatever state the printer is in. */
export const CLEAR = Buffer.from([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]);

/** DLE EOT n, answered at once: 1 the printer, 2 why it is off the line, 3 which error, 4 the paper. */
export type Question = 1 | 2 | 3 | 4;

export function asking(question: Question): Buffer {
  return Buffer.from([0x10, 0x04, question]);
}

/** Three millimetres: two such bands fit into the 4 KB that the smallest printers can hold. */
const BAND_ROWS = 24;

/** The picture as GS v 0 commands, each a band of it from the top. */
export function bandsOf(picture: Picture): Buffer[] {
  const bands = [];
  for (let top = 0; top < picture.heightDots; top += BAND_ROWS) {
    bands.push(band(picture, top, Math.min(BAND_ROWS, picture.heightDots - top)));
  }
  return bands;
}

function band(picture: Picture, top: number, rows: number): Buffer {
  const rowBytes = bytesPerRow(picture);
  const command = [0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8];
  return Buffer.concat([Buffer.from(command), inert(rowsOf(picture, top, rows))]);
}
