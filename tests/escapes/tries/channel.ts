// Requests to the kiosk that no screen of ours sends, from the window itself and from elsewhere on the machine.
import { request } from 'node:http';
import { expect } from 'playwright/test';
import type { RealWindow } from '../real-window.ts';
import type { Tries } from '../table.ts';
import { unchanged, type Try } from '../try.ts';

/** The body of a request without input, as the page writes it. */
const NOTHING = `'null'`;

/** What the page is answered when it sends this body. */
async function asked({ run }: RealWindow, path: string, body: string): Promise<unknown> {
  return run(`fetch(${JSON.stringify(path)}, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: ${body},
  }).then((answer) => answer.json(), ({ name }) => name)`);
}

function refusedWith(code: string, path: string, body = NOTHING): Try {
  return unchanged(async (window) => {
    expect(await asked(window, path, body)).toEqual({ ok: false, error: { code } });
  });
}

/** A status from elsewhere on the machine: no cookie of a window of ours. */
async function fromElsewhere(origin: string, path: string, headers: object = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const { port } = new URL(origin);
  // By hand: fetch would tidy the path.
  request({ host: '127.0.0.1', port, path, headers: { ...headers } }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  })
    .on('error', reject)
    .end();
  return promise;
}

const OUTSIDE = ['/../package.json', '/%2e%2e/package.json', '/..%5c..%5cpackage.json', '/assets/%00.js'];

export const channel = {
  'channel-unknown': refusedWith('unknown-operation', '/kiosk/openDoor'),
  'channel-prototype': unchanged(async (window) => {
    for (const name of ['__proto__', 'constructor'])
      expect(await asked(window, `/kiosk/${name}`, NOTHING)).toMatchObject({
        error: { code: 'unknown-operation' },
      });
    for (const body of ['{"__proto__":{"locale":"en"}}', '{"constructor":{"prototype":{}}}'])
      expect(await asked(window, '/kiosk/arrange', `'${body}'`)).toMatchObject({ ok: false });
  }),
  'channel-huge': refusedWith(
    'too-large',
    '/kiosk/answerPage',
    `JSON.stringify('x'.repeat(100 * 1024 * 1024))`,
  ),
  'channel-other-frame': unchanged(async ({ stage }) => {
    const { origin } = stage.http;
    expect(await fromElsewhere(origin, '/kiosk-events')).toBe(403);
    expect(await fromElsewhere(origin, '/', { host: 'kiosk.example.com' })).toBe(403);
    expect(await fromElsewhere(origin, '/', { origin: 'https://example.com' })).toBe(403);
    expect(await fromElsewhere(origin, '/', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  }),
  'channel-after-leaving': async (bench) => {
    const window = await bench.window();
    window.stage.http.guard.revokeAll();
    expect(await asked(window, '/kiosk/look', NOTHING)).toEqual({
      ok: false,
      error: { code: 'untrusted-sender' },
    });
    await bench.discard();
  },
  'channel-flood': async (bench) => {
    const window = await bench.window();
    const codes = await window.run<string[]>(`Promise.all(Array.from({ length: 1000 }, () =>
      fetch('/kiosk/status', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'null' })
        .then((answer) => answer.json()).then(({ error }) => error?.code ?? 'well', ({ name }) => name)))`);
    expect(codes).toContain('busy');
    await bench.discard();
  },
  'file-outside': unchanged(async ({ stage, browser }) => {
    const cookies = await browser.pipe.send('Storage.getCookies');
    const [{ name, value } = { name: '', value: '' }] = (
      cookies as { cookies: { name: string; value: string }[] }
    ).cookies;
    for (const path of OUTSIDE) {
      const status = await fromElsewhere(stage.http.origin, path, { cookie: `${name}=${value}` });
      expect([path, status >= 400]).toEqual([path, true]);
    }
  }),
} satisfies Partial<Tries<'chromium', Try>>;
