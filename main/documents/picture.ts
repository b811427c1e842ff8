// A picture is drawn anew before it is kept: what a camera or somebody's telephone wrote beside it (where it was taken, by
// what, when) is gone, and so is whatever a file may have hidden that is no picture.
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas';
import { fileFaults } from '../../domain/documents/file-faults.ts';
import type { Message } from '../../domain/message.ts';
import { fail, ok, type Result } from '../../domain/result.ts';

/** The longest side: a page of A4 at 200 dots per inch. */
export const LONGEST_DOTS = 2340;
/** Printed text stays sharp, and a page stays under a megabyte. */
const QUALITY = 85;

/** JPEG of the picture as it is to be looked at, at most `LONGEST_DOTS` long. Its frame must have been guarded before. */
export async function redraw(bytes: Uint8Array): Promise<Result<Buffer, Message>> {
  const picture = await unpack(bytes);
  if (picture === null) return fail(fileFaults.damaged);
  const scale = Math.min(1, LONGEST_DOTS / Math.max(picture.width, picture.height));
  const [width, height] = [scaled(picture.width, scale), scaled(picture.height, scale)];
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  // What is see-through would become black.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return ok(await canvas.encode('jpeg', QUALITY));
}

function scaled(side: number, scale: number): number {
  return Math.max(1, Math.round(side * scale));
}

async function unpack(bytes: Uint8Array): Promise<Image | null> {
  try {
    return await loadImage(Buffer.from(bytes));
  } catch {
    // Whatever the decoder stumbles over is one answer: it is no picture that can be shown.
    return null;
  }
}
