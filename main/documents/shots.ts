// Photographs on their way from the screen: put together from their parts, in memory only.
import { SHOT_BYTES } from '../../domain/documents/limits.ts';

export interface Shots {
  /** How many parts of this photograph are here now. A part out of its order changes nothing. */
  take(shot: string, part: number, bytes: Uint8Array): number;
  /** The photograph, once; null when nothing of it is here. */
  finish(shot: string): Buffer | null;
  forget(): void;
}

interface Arriving {
  shot: string;
  parts: Uint8Array[];
  bytes: number;
}

const NOTHING: Arriving = { shot: '', parts: [], bytes: 0 };

/** One at a time: a new photograph takes the place of one that was never finished. */
export function createShots(): Shots {
  let arriving = NOTHING;

  return {
    take(shot, part, bytes) {
      if (part === 0) arriving = { shot, parts: [], bytes: 0 };
      const { parts } = arriving;
      const isNext = shot === arriving.shot && part === parts.length;
      if (!isNext || arriving.bytes + bytes.length > SHOT_BYTES)
        return shot === arriving.shot ? parts.length : 0;
      arriving = { shot, parts: [...parts, bytes], bytes: arriving.bytes + bytes.length };
      return arriving.parts.length;
    },

    finish(shot) {
      if (shot !== arriving.shot || arriving.parts.length === 0) return null;
      const whole = Buffer.concat(arriving.parts);
      arriving = NOTHING;
      return whole;
    },

    forget() {
      arriving = NOTHING;
    },
  };
}
