// The only place where the kiosk reaches the network, and what a whole answer is, whoever gave it.
import type { RefusalCode } from '../../domain/contract/refusals.ts';

/** Why there is no answer. `refused` carries the platform's own code. */
export type Trouble =
  | { kind: 'no-network' }
  | { kind: 'wrong-server' }
  | { kind: 'busy'; retryAfterMs: number | null }
  /** `code`: what the platform said, where it could be read. */
  | { kind: 'not-authorised'; code?: RefusalCode }
  | { kind: 'refused'; code: RefusalCode };

/** More than this is not one of our answers. */
const ANSWER_BYTES = 4_000_000;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** null: nobody answered, or not to the end. */
export async function reach(url: string, request: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(url, request);
    const body = await readLimited(response);
    return body === null
      ? null
      : { status: response.status, headers: Object.fromEntries(response.headers), body };
  } catch {
    // Refused, unresolved, timed out, cut off in the middle: all of it is "no network" to the queue.
    return null;
  }
}

async function readLimited(response: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function isBusy(status: number): boolean {
  return status === 429 || status === 502 || status === 503 || status === 504;
}

export function busyIn({ headers }: Pick<Answer, 'headers'>): Trouble {
  const seconds = Number(headers['retry-after']);
  return { kind: 'busy', retryAfterMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null };
}
