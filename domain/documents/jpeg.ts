// The frame of a JPEG (ITU-T T.81), without looking at the picture: how large it would become, how it is to be turned,
// and whether it is whole. Asked before anything is unpacked.
import { fail, ok, type Result } from '../result.ts';

export interface PictureFrame {
  width: number;
  height: number;
}

export type FrameFault = 'truncated' | 'damaged';

const MARK = 0xff;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** SOF0 to SOF15, without the three that are something else: tables (C4), an extension (C8), arithmetic tables (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that stand alone, without a length. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function whole(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** The frame; 'truncated' when the end is missing. */
export function jpegFrame(bytes: Uint8Array): Result<PictureFrame, FrameFault> {
  let frame: PictureFrame | null = null;
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== MARK) return fail('damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === MARK) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (marker === END_OF_IMAGE) return fail('damaged');
    else {
      if (isFrame(marker)) frame = { height: whole(bytes, at + 5), width: whole(bytes, at + 7) };
      if (marker === START_OF_SCAN) return ended(bytes, at, frame);
      at += 2 + Math.max(2, whole(bytes, at + 2));
    }
  }
  return fail('truncated');
}

/** A telephone may write something behind the end; so much may stand there. */
const BEHIND_THE_END = 65_536;

function ended(
  bytes: Uint8Array,
  scan: number,
  frame: PictureFrame | null,
): Result<PictureFrame, FrameFault> {
  if (frame === null || frame.width === 0 || frame.height === 0) return fail('damaged');
  for (let at = bytes.length - 2; at >= Math.max(scan, bytes.length - BEHIND_THE_END); at -= 1)
    if (bytes[at] === MARK && bytes[at + 1] === END_OF_IMAGE) return ok(frame);
  return fail('truncated');
}
