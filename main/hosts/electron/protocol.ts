// app://kiosk/ serves the built renderer: listed files only, nothing is joined from what was asked for.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { contentPolicy } from '../policy.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

export function serveAssets(session: Session, folder: string): void {
  if (session.protocol.isProtocolHandled('app')) return;
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => [
      `/${file.split(sep).join('/')}`,
      join(folder, file),
    ]),
  );
  session.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'kiosk' ? files.get(pathname) : undefined;
    const type = TYPES[extname(pathname)];
    if (file === undefined || type === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': type,
        'content-security-policy': contentPolicy("'none'"),
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
