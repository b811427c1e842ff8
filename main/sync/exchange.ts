// One request, signed, and its answer. Whatever is not signed by the pinned platform key is no answer at all: a café's
// login page says 200 too.
import { MEDIA_TYPE } from '../../domain/contract/platform-api.ts';
import { KNOWN_KEY_HEADER } from '../../domain/contract/news-api.ts';
import { Refusal } from '../../domain/contract/refusals.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { nonceOf, signRequest, verifyResponse } from '../../lib/http-signature.ts';
import { fingerprint, type SigningKey } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import { isStopped, type StoppedBecause } from './standing.ts';
import { busyIn, isBusy, reach, type Answer, type Trouble } from './reach.ts';

export interface ExchangeParts {
  url: string;
  /** SPKI, base64: the key pinned at enrolment. */
  platformKey: string;
  kiosk: string;
  key: SigningKey;
  clock: Clock;
  timeoutMs: number;
  /** Platform's clock minus ours, as last seen: a machine whose clock is wrong can still sign in time. */
  clockOffsetMs: () => Promise<number | null>;
  /** What signed answers say about this kiosk as a whole; null: it is answered. */
  onStanding?: (stopped: StoppedBecause | null) => Promise<void>;
}

const isRefusal = compile(Refusal);

type Exchange = Omit<ExchangeParts, 'platformKey'> & {
  platformKey?: string;
  tellsUnsignedRefusals?: boolean;
  closing?: AbortSignal;
};

/** `keyFor`: the key that must have signed this answer; null: none could have. */
export async function exchange(
  parts: Exchange,
  method: 'GET' | 'POST',
  path: string,
  content: unknown,
  keyFor: (answer: unknown) => string | null,
): Promise<Result<unknown, Trouble>> {
  const body = content === null ? null : Buffer.from(JSON.stringify(content));
  const contentType = body === null ? null : MEDIA_TYPE;
  const url = new URL(path, parts.url).href;
  const at = new Date(parts.clock.now().getTime() + ((await parts.clockOffsetMs()) ?? 0));
  const signed = await signRequest({ method, url, body, contentType }, parts.kiosk, parts.key, at);
  const response = await reach(url, {
    method,
    headers: {
      accept: MEDIA_TYPE,
      ...(parts.platformKey === undefined ? {} : { [KNOWN_KEY_HEADER]: fingerprint(parts.platformKey) }),
      ...(contentType === null ? {} : { 'content-type': contentType }),
      ...signed,
    },
    body: body === null ? null : new Uint8Array(body),
    redirect: 'manual',
    signal: AbortSignal.any([
      AbortSignal.timeout(parts.timeoutMs),
      ...(parts.closing ? [parts.closing] : []),
    ]),
  });
  if (response === null) return fail({ kind: 'no-network' });
  const value = parse(response.body);
  if (parts.tellsUnsignedRefusals === true && isRefusal(value))
    return fail({ kind: 'refused', code: value.code });
  const understood = await understand(response, value, nonceOf(signed), keyFor(value));
  await noteStanding(parts, understood);
  return understood;
}

async function noteStanding({ onStanding }: Exchange, answer: Result<unknown, Trouble>): Promise<void> {
  if (answer.ok) await onStanding?.(null);
  else if (answer.error.kind === 'not-authorised' && isStopped(answer.error.code))
    await onStanding?.(answer.error.code);
}

async function understand(
  answer: Answer,
  value: unknown,
  nonce: string | null,
  key: string | null,
): Promise<Result<unknown, Trouble>> {
  const isOurs =
    key !== null &&
    answer.headers['content-type']?.split(';')[0] === MEDIA_TYPE &&
    (await verifyResponse(answer, nonce, key));
  // An overloaded proxy in front of the platform cannot sign; its 503 moves no submission, it only asks for patience.
  if (!isOurs) return fail(isBusy(answer.status) ? busyIn(answer) : { kind: 'wrong-server' });
  if (answer.status === 200 || answer.status === 201) return ok(value);
  if (isBusy(answer.status)) return fail(busyIn(answer));
  // Nobody has to be called: the next look at the platform's clock tells by how much ours is off.
  if (isRefusal(value) && value.code === 'clock-differs') return fail({ kind: 'refused', code: value.code });
  if (answer.status === 401 || answer.status === 403)
    return fail({ kind: 'not-authorised', ...(isRefusal(value) ? { code: value.code } : {}) });
  return fail(isRefusal(value) ? { kind: 'refused', code: value.code } : { kind: 'wrong-server' });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
