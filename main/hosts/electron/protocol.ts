// app://kiosk/ serves the built renderer: listed files only, nothing is joined from what was asked for.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentPolicy } from '../policy.ts';
import type { ElectronApi, ShellSession } from './api.ts';
import { SCHEME } from './policy/address.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const HEADERS = {
  'content-security-policy': contentPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Must run before the app is ready. */
export function registerScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** What may be asked for, by its path. Read once: what is put beside the program later is not served. */
export type Assets = ReadonlyMap<string, string>;

export function listAssets(folder: string): Assets {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(files.map((file) => [`/${file.split(sep).join('/')}`, join(folder, file)]));
}

export function serveAssets(session: ShellSession, assets: Assets): void {
  session.protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'kiosk' && method === 'GET' ? assets.get(pathname) : undefined;
    const type = TYPES[extname(pathname)];
    if (file === undefined || type === undefined)
      return new Response(null, { status: 404, headers: HEADERS });
    return new Response(new Uint8Array(await readFile(file)), {
      headers: { 'content-type': type, ...HEADERS },
    });
  });
}
