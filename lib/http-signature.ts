// Who sent a request, and that an answer is the platform's: HTTP Message Signatures (RFC 9421) over Content-Digest
// (RFC 9530). A verifier accepts exactly one form of signature: one label, the full list of components, one algorithm.
import { createHash, randomBytes } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { fail, ok, type Result } from '../domain/result.ts';
import { verifySignature, type SigningKey } from './keys.ts';

export interface SignedRequest {
  method: string;
  /** Absolute. */
  url: string;
  body: Uint8Array | null;
}

export type Headers = Record<string, string | undefined>;

export type SignatureFault =
  'signature-missing' | 'signature-wrong' | 'signature-old' | 'digest-wrong' | 'replayed' | 'key-unknown';

const LABEL = 'onewindow';
const ALGORITHM = 'ecdsa-p256-sha256';
const REQUEST = ['@method', '@authority', '@path', '@query'];
const BODY = ['content-type', 'content-digest'];
const ANSWER = ['@status', ...BODY];
const PARAMETERS = ['created', 'nonce', 'keyid', 'alg', 'tag'];

/** A request this far from our clock, either way, is not accepted: its nonce may be forgotten already. */
const FRESH_MS = 300_000;

/** How long a nonce must be remembered: one that was signed early, by a clock ahead of ours, stays fresh that long. */
export const NONCE_LIFE_MS = 2 * FRESH_MS;

export function contentDigest(body: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

interface Message {
  headers: Record<string, string>;
  fields: string[];
  keyId: string;
  nonce: string;
  at: Date;
}

function configOf({ fields, keyId, nonce, at }: Message, key: SigningKey) {
  return {
    name: LABEL,
    fields,
    params: PARAMETERS,
    paramValues: { created: at, nonce, keyid: keyId, alg: ALGORITHM, tag: LABEL },
    key: { sign: async (base: Buffer) => Buffer.from(key.sign('http', base), 'base64url') },
  };
}

function lowerCase(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** The headers that sign a request: content-digest with a body, signature-input, signature. */
export async function signRequest(
  request: SignedRequest & { contentType: string | null },
  keyId: string,
  key: SigningKey,
  at: Date,
): Promise<Record<string, string>> {
  const digest: Record<string, string> =
    request.body === null ? {} : { 'content-digest': contentDigest(request.body) };
  const headers = {
    ...digest,
    ...(request.contentType === null ? {} : { 'content-type': request.contentType }),
  };
  const fields = request.body === null ? REQUEST : [...REQUEST, ...BODY];
  const nonce = randomBytes(16).toString('base64url');
  const config = configOf({ headers, fields, keyId, nonce, at }, key);
  const signed = await httpbis.signMessage(config, { method: request.method, url: request.url, headers });
  const all = lowerCase(signed.headers);
  return { ...digest, signature: all['signature'] ?? '', 'signature-input': all['signature-input'] ?? '' };
}

/** The nonce in a signature-input header of ours, or null. */
export function nonceOf(headers: Headers): string | null {
  return readInput(headers)?.nonce ?? null;
}

interface Input {
  fields: string;
  created: Date;
  nonce: string;
  keyId: string;
}

const INPUT =
  /^onewindow=\(([^()]{1,200})\);created=(\d{1,12});nonce="([A-Za-z0-9_-]{8,64})";keyid="([A-Za-z0-9_-]{1,64})";alg="ecdsa-p256-sha256";tag="onewindow"$/;

/** Reads the one form of signature-input there is; anything else, however legal, is no signature of ours. */
function readInput(headers: Headers): Input | null {
  const parts = INPUT.exec(headers['signature-input'] ?? '');
  if (parts === null) return null;
  const [, fields = '', created = '', nonce = '', keyId = ''] = parts;
  return { fields, created: new Date(Number(created) * 1000), nonce, keyId };
}

function listed(fields: string[]): string {
  return fields.map((field) => `"${field}"`).join(' ');
}

type Subject = { method: string; url: string; headers: Headers } | { status: number; headers: Headers };

async function isSigned(subject: Subject, fields: string[], publicKey: string): Promise<boolean> {
  const headers = Object.fromEntries(
    Object.entries(subject.headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const config = {
    // Freshness is ours to judge, by an injected clock.
    notAfter: Number.MAX_SAFE_INTEGER,
    requiredFields: fields,
    requiredParams: PARAMETERS,
    keyLookup: async () => ({
      algs: [ALGORITHM],
      verify: async (base: Buffer, signature: Buffer) =>
        verifySignature(publicKey, 'http', base, signature.toString('base64url')),
    }),
  };
  try {
    const verified =
      'status' in subject
        ? httpbis.verifyMessage(config, { status: subject.status, headers })
        : httpbis.verifyMessage(config, { method: subject.method, url: subject.url, headers });
    return (await verified) === true;
  } catch {
    // Every way of being malformed is one answer here: not signed.
    return false;
  }
}

/** Remembers nonces for as long as a request may be fresh, so that none is accepted twice. */
export interface NonceMemory {
  /** Whether this key used this nonce before; remembers it. */
  seen(keyId: string, nonce: string, at: Date): boolean | Promise<boolean>;
}

/** Keeps at most `max` nonces; when more come within `maxAgeMs`, the oldest are forgotten first. */
export function createNonceMemory(maxAgeMs = NONCE_LIFE_MS, max = 100_000): NonceMemory {
  const known = new Map<string, number>();

  function forget(now: number): void {
    for (const [nonce, at] of known) {
      if (at > now - maxAgeMs && known.size <= max) return;
      known.delete(nonce);
    }
  }

  return {
    seen(keyId, nonce, at) {
      const name = `${keyId} ${nonce}`;
      if (known.has(name)) return true;
      known.set(name, at.getTime());
      forget(at.getTime());
      return false;
    },
  };
}

/**
 * Who signed a request. `headers` in lower case. With `anyTime` an old or early signature is accepted: for answers
 * that tell a machine with a wrong clock what time it is, and change nothing.
 */
export async function verifyRequest(
  request: SignedRequest & { headers: Headers },
  publicKeyOf: (keyId: string) => Promise<string | null>,
  at: Date,
  nonces: NonceMemory,
  { anyTime = false }: { anyTime?: boolean } = {},
): Promise<Result<{ keyId: string; nonce: string }, SignatureFault>> {
  const input = readInput(request.headers);
  if (input === null || request.headers['signature'] === undefined) return fail('signature-missing');
  const fields = request.body === null ? REQUEST : [...REQUEST, ...BODY];
  if (input.fields !== listed(fields)) return fail('signature-missing');
  if (request.body !== null && request.headers['content-digest'] !== contentDigest(request.body))
    return fail('digest-wrong');
  const publicKey = await publicKeyOf(input.keyId);
  if (publicKey === null) return fail('key-unknown');
  if (!(await isSigned(request, fields, publicKey))) return fail('signature-wrong');
  if (!anyTime && Math.abs(at.getTime() - input.created.getTime()) > FRESH_MS) return fail('signature-old');
  if (await nonces.seen(input.keyId, input.nonce, at)) return fail('replayed');
  return ok({ keyId: input.keyId, nonce: input.nonce });
}

/** The headers that sign an answer. It carries the request's nonce: an old answer cannot be played again. */
export async function signResponse(
  response: { status: number; body: Uint8Array; contentType: string },
  requestNonce: string | null,
  key: SigningKey,
  keyId: string,
  at: Date,
): Promise<Record<string, string>> {
  const digest = contentDigest(response.body);
  const headers = { 'content-type': response.contentType, 'content-digest': digest };
  const nonce = requestNonce ?? randomBytes(16).toString('base64url');
  const config = configOf({ headers, fields: ANSWER, keyId, nonce, at }, key);
  const signed = await httpbis.signMessage(config, { status: response.status, headers });
  const all = lowerCase(signed.headers);
  return {
    'content-digest': digest,
    signature: all['signature'] ?? '',
    'signature-input': all['signature-input'] ?? '',
  };
}

/** Whether the owner of `publicKey` gave this answer to the request with this nonce. A kiosk's clock is not asked. */
export async function verifyResponse(
  response: { status: number; headers: Headers; body: Uint8Array },
  requestNonce: string | null,
  publicKey: string,
): Promise<boolean> {
  const input = readInput(response.headers);
  if (input === null || input.fields !== listed(ANSWER)) return false;
  if (requestNonce !== null && input.nonce !== requestNonce) return false;
  if (response.headers['content-digest'] !== contentDigest(response.body)) return false;
  return isSigned({ status: response.status, headers: response.headers }, ANSWER, publicKey);
}
