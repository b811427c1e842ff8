// Loopback is not trust: who may come through the door of the browser host, and who may not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../domain/result.ts';
import { silentLog } from '../../lib/log.ts';
import { startHttp, type HttpHost } from '../../main/hosts/browser/http.ts';
import type { Kiosk } from '../../main/kiosk.ts';
import { cookieOf } from './transports.ts';

let host: HttpHost;
let assets: string;
let asked: string[];

const kiosk: Pick<Kiosk, 'dispatch' | 'subscribe'> = {
  dispatch: async (name) => {
    asked.push(name);
    return ok('well');
  },
  subscribe: () => () => {},
};

beforeEach(async () => {
  asked = [];
  assets = mkdtempSync(join(tmpdir(), 'onewindow-assets-'));
  writeFileSync(join(assets, 'index.html'), '<!doctype html><title>OneWindow</title>');
  host = await startHttp({ kiosk, assets, port: 0, lastingKey: false, log: silentLog });
});
afterEach(async () => {
  await host.stop();
  rmSync(assets, { recursive: true, force: true });
});

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Raw, because fetch would not let a test lie about its host or origin. */
function call({ path = '/kiosk/look', method = 'POST', headers = {}, body = 'null' }: Asked) {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const outgoing = request(`${host.origin}${path}`, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(method === 'GET' ? undefined : body);
    },
  );
}

async function rightHeaders(): Promise<Record<string, string>> {
  return {
    cookie: await cookieOf(host.launchUrl()),
    origin: host.origin,
    'content-type': 'application/json',
  };
}

it('lets the window it opened in', async () => {
  expect(await call({ headers: await rightHeaders() })).toMatchObject({
    status: 200,
    text: '{"ok":true,"value":"well"}',
  });
  expect(asked).toEqual(['look']);
});

it.each([
  ['another host name', { host: 'evil.example' }],
  ['a rebound name with our port', { host: 'localhost.evil.example' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['another site, by the browser’s own word', { 'sec-fetch-site': 'cross-site' }],
  ['no cookie', { cookie: '' }],
  ['a guessed cookie', { cookie: 'onewindow-1=AAAA' }],
])('refuses %s', async (_, change) => {
  const answer = await call({ headers: { ...(await rightHeaders()), ...change } });
  expect(answer.status).toBe(403);
  expect(JSON.parse(answer.text)).toEqual({ ok: false, error: { code: 'untrusted-sender' } });
  expect(asked).toEqual([]);
});

it('refuses a request without an origin that would change something', async () => {
  const { origin: _, ...headers } = await rightHeaders();
  expect((await call({ headers })).status).toBe(403);
});

it('exchanges a launch key once', async () => {
  const url = host.launchUrl();
  expect(await cookieOf(url)).toMatch(/^onewindow-\d+=/);
  expect(await cookieOf(url)).toBe('');
});

it('forgets a window when the next person comes', async () => {
  const headers = await rightHeaders();
  host.guard.revokeAll();
  expect((await call({ headers })).status).toBe(403);
});

it.each([
  ['a body that is too large', { body: JSON.stringify('x'.repeat(300_000)) }, 413, 'too-large'],
  [
    'a form',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' },
    415,
    'wrong-media-type',
  ],
  ['plain text', { headers: { 'content-type': 'text/plain' } }, 415, 'wrong-media-type'],
  ['half a JSON', { body: '{"page":' }, 400, 'invalid-input'],
  ['a prototype', { body: '{"__proto__":{"x":1}}' }, 400, 'invalid-input'],
  ['another path', { path: '/admin' }, 404, 'not-found'],
  ['a path that climbs out', { path: '/..%2f..%2fpackage.json', method: 'GET' }, 404, 'not-found'],
])('refuses %s with its own code', async (_, change: Asked, status, code) => {
  const answer = await call({ ...change, headers: { ...(await rightHeaders()), ...change.headers } });
  expect([answer.status, answer.text]).toEqual([status, JSON.stringify({ ok: false, error: { code } })]);
  expect(asked).toEqual([]);
});

it('tells the browser to run nothing but what it serves', async () => {
  const { headers } = await call({ path: '/', method: 'GET', headers: await rightHeaders() });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
});
