// The sheet a hidden window prints: pictures, one a page, and nothing that runs.
import type { SilentPrintJob } from '../../printing/silent-print.ts';
import type { ShellSession } from './api.ts';
import { SCHEME } from './policy/address.ts';

export const SHEET_ADDRESS = 'app://print/sheet.html';

const POLICY = "default-src 'none'; img-src 'self'; style-src 'self'";

function mm(microns: number): string {
  return `${microns / 1000}mm`;
}

function pageOf(job: SilentPrintJob): string {
  const pages = job.pages.map((_, index) => `<img src="/${index}.png" alt="">`);
  return `<!doctype html><link rel="stylesheet" href="/sheet.css">${pages.join('')}`;
}

function styleOf({ pageSize, picture }: SilentPrintJob): string {
  const paper = `${mm(pageSize.widthMicrons)} ${mm(pageSize.heightMicrons)}`;
  const image = `margin: 0 0 0 ${mm(picture.leftMicrons)}; width: ${mm(picture.widthMicrons)}`;
  return [
    `@page { size: ${paper}; margin: 0 }`,
    'body { margin: 0 }',
    `img { display: block; ${image}; break-after: page; image-rendering: pixelated }`,
    'img:last-child { break-after: auto }',
  ].join('\n');
}

/** Makes the session serve this sheet, from memory, and nothing else. */
export function serveSheet(session: ShellSession, job: SilentPrintJob): void {
  const files = new Map<string, { type: string; body: string | Uint8Array<ArrayBuffer> }>([
    ['/sheet.html', { type: 'text/html; charset=utf-8', body: pageOf(job) }],
    ['/sheet.css', { type: 'text/css; charset=utf-8', body: styleOf(job) }],
    ...job.pages.map(
      (page, index) => [`/${index}.png`, { type: 'image/png', body: new Uint8Array(page) }] as const,
    ),
  ]);
  session.protocol.handle(SCHEME, ({ url }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'print' ? files.get(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    const headers = { 'content-type': file.type, 'content-security-policy': POLICY };
    return new Response(file.body, { headers });
  });
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: URL.parse(url)?.host !== 'print' }),
  );
}
