// Answers to kiosks carry the platform's signature over status, type and content and the nonce of the request, refusals
// included: whatever stands between may say anything, but it cannot sign, and it cannot play an old answer again.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KNOWN_KEY_HEADER } from '../../domain/contract/news-api.ts';
import { MEDIA_TYPE } from '../../domain/contract/platform-api.ts';
import type { Clock } from '../../lib/clock.ts';
import { nonceOf, signResponse, type Headers } from '../../lib/http-signature.ts';
import type { SigningKey } from '../../lib/keys.ts';

/** Everything under this path speaks the kiosks' media type. */
export const KIOSK_SIDE = '/v1/';

function isForKiosk({ url }: FastifyRequest): boolean {
  return url.startsWith(KIOSK_SIDE);
}

/** One value for each header; a header sent twice is no header of a kiosk. */
export function headersOf(request: FastifyRequest): Headers {
  const entries = Object.entries(request.headers).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** `older`: keys before the one in force, by fingerprint, for kiosks that know no other yet. */
export function signAnswers(
  app: FastifyInstance,
  current: SigningKey,
  clock: Clock,
  older: ReadonlyMap<string, SigningKey> = new Map(),
): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isForKiosk(request)) return payload;
    // An answer to HEAD has no content, whatever there was to say: what is signed is what arrives.
    const content = request.method === 'HEAD' || typeof payload !== 'string' ? '' : payload;
    const body = Buffer.from(content);
    const answer = { status: reply.statusCode, body, contentType: MEDIA_TYPE };
    const key = older.get(String(request.headers[KNOWN_KEY_HEADER])) ?? current;
    const nonce = nonceOf(headersOf(request));
    const signed = await signResponse(answer, nonce, key, key.fingerprint, clock.now());
    void reply.headers({ ...signed, 'content-type': MEDIA_TYPE });
    return body;
  });
}
