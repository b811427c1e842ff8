// One signed request and the platform's signed answer, whatever is in them: for a protocol that is not ours to shape.
import { MEDIA_TYPE } from '../../domain/contract/platform-api.ts';
import { KNOWN_KEY_HEADER } from '../../domain/contract/news-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { nonceOf, signRequest, verifyResponse } from '../../lib/http-signature.ts';
import { fingerprint } from '../../lib/keys.ts';
import type { ExchangeParts } from './exchange.ts';
import { busyIn, isBusy, reach, type Trouble } from './reach.ts';

export interface RawRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer | null;
  signal: AbortSignal;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
}

export interface RawExchange {
  /** The whole address of a path of the platform's. */
  address(path: string): string;
  /** An answer counts when the platform signed it, for this very request. */
  send(request: RawRequest): Promise<Result<RawAnswer, Trouble>>;
}

export function createRawExchange(parts: ExchangeParts): RawExchange {
  return {
    address: (path) => new URL(path, parts.url).href,
    send: (request) => exchange(parts, request),
  };
}

async function exchange(
  parts: ExchangeParts,
  { method, url, headers, body, signal }: RawRequest,
): Promise<Result<RawAnswer, Trouble>> {
  const at = new Date(parts.clock.now().getTime() + ((await parts.clockOffsetMs()) ?? 0));
  const contentType = body === null ? null : (headers['content-type'] ?? MEDIA_TYPE);
  const signed = await signRequest({ method, url, body, contentType }, parts.kiosk, parts.key, at);
  const answer = await reach(url, {
    method,
    headers: { ...headers, ...signed, [KNOWN_KEY_HEADER]: fingerprint(parts.platformKey) },
    body: body === null ? null : new Uint8Array(body),
    redirect: 'manual',
    signal: AbortSignal.any([AbortSignal.timeout(parts.timeoutMs), signal]),
  });
  if (answer === null) return fail({ kind: 'no-network' });
  // An answer without content goes without its type as well; it was signed with the one that all answers have.
  const told = { 'content-type': MEDIA_TYPE, ...answer.headers };
  if (await verifyResponse({ ...answer, headers: told }, nonceOf(signed), parts.platformKey))
    return understood(answer);
  return fail(isBusy(answer.status) ? busyIn(answer) : { kind: 'wrong-server' });
}

function understood(answer: RawAnswer): Result<RawAnswer, Trouble> {
  if (isBusy(answer.status)) return fail(busyIn(answer));
  return answer.status === 401 || answer.status === 403 ? fail({ kind: 'not-authorised' }) : ok(answer);
}
