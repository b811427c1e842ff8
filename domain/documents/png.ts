// The frame of a PNG (ISO/IEC 15948), without looking at the picture: how large it would become, and whether it is whole.
import { fail, ok, type Result } from '../result.ts';
import type { FrameFault, PictureFrame } from './jpeg.ts';

const SIGNATURE_BYTES = 8;
/** Length, name and check sum of a chunk. */
const CHUNK_MORE_BYTES = 12;

function whole(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) * 2 ** 24 +
    (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  );
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** The frame; 'truncated' when the end is missing. */
export function pngFrame(bytes: Uint8Array): Result<PictureFrame, FrameFault> {
  if (bytes.length < 33) return fail('truncated');
  if (nameAt(bytes, SIGNATURE_BYTES + 4) !== 'IHDR') return fail('damaged');
  const frame = { width: whole(bytes, 16), height: whole(bytes, 20) };
  if (frame.width === 0 || frame.height === 0) return fail('damaged');
  for (let at = SIGNATURE_BYTES; at + CHUNK_MORE_BYTES <= bytes.length;) {
    const next = at + CHUNK_MORE_BYTES + whole(bytes, at);
    if (nameAt(bytes, at + 4) === 'IEND') return next <= bytes.length ? ok(frame) : fail('truncated');
    at = next;
  }
  return fail('truncated');
}
