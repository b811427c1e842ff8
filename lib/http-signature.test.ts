import { httpbis } from 'http-message-signatures';
import { expect, it } from 'vitest';
import {
  contentDigest,
  createNonceMemory,
  nonceOf,
  signRequest,
  signResponse,
  verifyRequest,
  verifyResponse,
  type Headers,
} from './http-signature.ts';
import { newSigningKey, verifySignature } from './keys.ts';

const key = newSigningKey();
const at = new Date('2026-11-24T02:00:00.000Z');
const body: Uint8Array = Buffer.from('{"items":[]}');
const contentType = 'application/vnd.onewindow+json';
const request = { method: 'POST', url: 'http://127.0.0.1:4000/v1/submissions', body };

async function signed(): Promise<Headers> {
  return {
    'content-type': contentType,
    ...(await signRequest({ ...request, contentType }, 'kiosk-1', key, at)),
  };
}

async function verdict(
  changes: Partial<typeof request> & { headers?: Headers; at?: Date; publicKey?: string | null } = {},
) {
  const headers = changes.headers ?? (await signed());
  const known = changes.publicKey === undefined ? key.publicKey : changes.publicKey;
  const asked = { ...request, ...changes, headers };
  const result = await verifyRequest(asked, async () => known, changes.at ?? at, createNonceMemory());
  return result.ok ? 'signed' : result.error;
}

it('knows who signed a request', async () => {
  const nonces = createNonceMemory();
  const result = await verifyRequest(
    { ...request, headers: await signed() },
    async () => key.publicKey,
    at,
    nonces,
  );
  expect(result).toMatchObject({ ok: true, value: { keyId: 'kiosk-1' } });
});

it.each([
  ['another method', { method: 'PUT' }, 'signature-wrong'],
  ['another path', { url: 'http://127.0.0.1:4000/v1/enrolments' }, 'signature-wrong'],
  ['another query', { url: `${request.url}?all=1` }, 'signature-wrong'],
  ['another host', { url: request.url.replace('127.0.0.1', 'localhost') }, 'signature-wrong'],
  ['another body', { body: Buffer.from('{"items":[1]}') }, 'digest-wrong'],
  ['a body left out', { body: null as unknown as Uint8Array }, 'signature-missing'],
  ['an old request', { at: new Date(at.getTime() + 301_000) }, 'signature-old'],
  ['a request from the future', { at: new Date(at.getTime() - 301_000) }, 'signature-old'],
  ['an unknown key', { publicKey: null }, 'key-unknown'],
  ['another key', { publicKey: newSigningKey().publicKey }, 'signature-wrong'],
])('refuses %s', async (_, changes, fault) => {
  expect(await verdict(changes)).toBe(fault);
});

it('refuses another content type', async () => {
  expect(await verdict({ headers: { ...(await signed()), 'content-type': 'text/plain' } })).toBe(
    'signature-wrong',
  );
});

it('refuses a signature over fewer components', async () => {
  const headers = await signed();
  const input = (headers['signature-input'] ?? '').replace(' "content-digest"', '');
  expect(await verdict({ headers: { ...headers, 'signature-input': input } })).toBe('signature-missing');
});

it('refuses a second signature beside the first', async () => {
  const headers = await signed();
  const twice = {
    ...headers,
    'signature-input': `${headers['signature-input']}, other=("@method");created=1`,
  };
  expect(await verdict({ headers: twice })).toBe('signature-missing');
});

it('N17: accepts a request once', async () => {
  const nonces = createNonceMemory();
  const headers = await signed();
  const ask = () => verifyRequest({ ...request, headers }, async () => key.publicKey, at, nonces);
  expect((await ask()).ok).toBe(true);
  expect(await ask()).toEqual({ ok: false, error: 'replayed' });
});

it.each(['', 'onewindow=()', 'onewindow=("@method");created=x', '"', 'a=1;b=("@x"', 'onewindow=:AAAA:'])(
  'never throws on a signature-input like %j',
  async (input) => {
    expect(await verdict({ headers: { ...(await signed()), 'signature-input': input } })).toBe(
      'signature-missing',
    );
    expect(await verdict({ headers: { ...(await signed()), signature: input } })).toMatch(/^signature-/);
  },
);

it('forgets nonces that are too old to be accepted again, and never keeps too many', () => {
  const nonces = createNonceMemory(1000, 3);
  for (const nonce of ['a', 'b', 'c', 'd']) expect(nonces.seen('k', nonce, at)).toBe(false);
  expect(nonces.seen('k', 'd', at)).toBe(true);
  expect(nonces.seen('k', 'e', new Date(at.getTime() + 5000))).toBe(false);
  expect(nonces.seen('k', 'd', new Date(at.getTime() + 5000))).toBe(false);
});

async function answer(nonce: string | null) {
  const content = Buffer.from('{"now":"2026-11-24T02:00:00.000Z"}');
  const response = { status: 200, body: content, contentType };
  const headers: Headers = {
    'content-type': contentType,
    ...(await signResponse(response, nonce, key, 'platform', at)),
  };
  return { status: 200, body: content, headers };
}

it('takes only the platform’s answer to this very request', async () => {
  const nonce = nonceOf(await signed());
  const given = await answer(nonce);
  expect(await verifyResponse(given, nonce, key.publicKey)).toBe(true);
  expect(await verifyResponse(given, 'another-nonce', key.publicKey)).toBe(false);
  expect(await verifyResponse(given, nonce, newSigningKey().publicKey)).toBe(false);
  expect(await verifyResponse({ ...given, status: 201 }, nonce, key.publicKey)).toBe(false);
  expect(await verifyResponse({ ...given, body: Buffer.from('{}') }, nonce, key.publicKey)).toBe(false);
  expect(await verifyResponse({ ...given, headers: {} }, nonce, key.publicKey)).toBe(false);
});

// RFC 9421, appendix B.1.3 and B.2.4: the key and the signed answer of the standard.
const RFC_KEY =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lfw0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==';
const RFC_ANSWER = {
  'content-type': 'application/json',
  'content-digest':
    'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
  'content-length': '23',
  'signature-input':
    'sig-b24=("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
  signature:
    'sig-b24=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==:',
};

async function isRfcSigned(headers: Record<string, string>): Promise<boolean | null> {
  const verify = async (base: Buffer, signature: Buffer) =>
    verifySignature(RFC_KEY, 'http', base, signature.toString('base64url'));
  const config = { notAfter: Number.MAX_SAFE_INTEGER, keyLookup: async () => ({ verify }) };
  try {
    return await httpbis.verifyMessage(config, { status: 200, headers });
  } catch {
    return false;
  }
}

it('verifies the ECDSA P-256 example of RFC 9421, and nothing that was changed in it', async () => {
  expect(await isRfcSigned(RFC_ANSWER)).toBe(true);
  expect(await isRfcSigned({ ...RFC_ANSWER, 'content-length': '24' })).toBe(false);
});

it('takes the example of RFC 9421 for none of ours: it names fewer components and another label', async () => {
  const given = { status: 200, body: Buffer.from('{"message": "good dog"}\n'), headers: RFC_ANSWER };
  expect(await verifyResponse(given, null, RFC_KEY)).toBe(false);
});

it.each([
  // RFC 9530, appendices B.1 and B.2.
  ['{"hello": "world"}\n', 'RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg='],
  ['', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
])('digests %j as RFC 9530 does', (text, digest) => {
  expect(contentDigest(Buffer.from(text))).toBe(`sha-256=:${digest}:`);
});
