// Windows that Chromium or the system would put over the page.
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTlsServer } from 'node:tls';
import type { AddressInfo, Server } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { RENDERER } from '../../../scripts/city.ts';
import { processesOf } from '../sight.ts';
import type { Tries } from '../table.ts';
import { TRIED_AT, unchanged, withElement, type Try } from '../try.ts';

/** Later, so that a dialog that opens does not hold up whoever asked for it. */
function later(call: string): Try {
  return unchanged(async ({ run, settle }) => {
    await run(`setTimeout(() => { ${call} }); undefined`, true);
    await settle();
  });
}

/** No screen has a field of this kind: Chromium would answer a press on it with a window of its own. */
function noFieldOf(...kinds: string[]): Try {
  const field = new RegExp(`type:\\s*["'\`](${kinds.join('|')})["'\`]`);
  return async () => {
    const scripts = readdirSync(join(RENDERER, 'assets')).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts)
      expect(readFileSync(join(RENDERER, 'assets', name), 'utf8')).not.toMatch(field);
  };
}

/** A server in the same machine that somebody leads the page to. */
function ledTo(scheme: string, open: () => Server): Try {
  return unchanged(async ({ run, settle }) => {
    const server = open().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await run(`location.href = '${scheme}://127.0.0.1:${port}/'`, true);
    await settle();
    server.close();
  });
}

export const dialogs = {
  'dialog-alert': later(`alert('out')`),
  'dialog-confirm': later(`confirm('out')`),
  'dialog-prompt': later(`prompt('out')`),
  'dialog-print': later('print()'),
  'dialog-beforeunload': unchanged(async ({ run, settle }) => {
    // It is asked only for the sake of what somebody has typed, and only on the way out.
    await run(
      `{
      window.keep = (event) => event.preventDefault();
      addEventListener('beforeunload', window.keep);
      location.href = 'https://example.com/';
    }`,
      true,
    );
    await settle();
    await run(`removeEventListener('beforeunload', window.keep)`);
  }),
  'dialog-file-input': unchanged((window) =>
    withElement(window, `['input', { type: 'file' }]`, async () => {
      await window.x.do('mousemove', ...TRIED_AT, 'click', '1');
      await window.settle();
    }),
  ),
  'dialog-date': noFieldOf('date', 'datetime-local', 'month', 'week', 'time'),
  'dialog-colour': noFieldOf('color', 'file'),
  'dialog-http-auth': ledTo('http', () =>
    createHttpServer((_, answer) => answer.writeHead(401, { 'www-authenticate': 'Basic realm="out"' }).end()),
  ),
  'dialog-certificate': ledTo('https', () => createTlsServer()),
  'download-answer': ledTo('http', () =>
    createHttpServer((_, answer) => answer.setHeader('content-disposition', 'attachment').end('out')),
  ),
  'dialog-autofill': unchanged(async ({ x, settle }) => {
    await x.do('key', 'Down');
    await settle();
  }),
  'dialog-hung': async (bench) => {
    const { browser } = await bench.window();
    expect(processesOf(browser.profile)[0]?.line).toContain('--disable-hang-monitor');
  },
} satisfies Partial<Tries<'chromium', Try>>;
