// The control: a Chromium that was only told `--kiosk --app=…`, on the same page without the page's own lock and without the
// headers that hold it. A try that does nothing here either shows nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createCdpPipe, type CdpPipe } from '../../main/hosts/browser/cdp-pipe.ts';
import type { ChromiumOptions, WarmChromium } from '../../main/hosts/browser/chromium.ts';

/** The page's lock is the only thing that listens in this way. */
export const WITHOUT_LOCK = `{
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, listener, options) {
    const isLock = (this === window && options?.passive === false) || this === window.navigation;
    return isLock ? undefined : add.call(this, kind, listener, options);
  };
}`;

export async function openPlain({ binary }: ChromiumOptions): Promise<WarmChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'onewindow-plain-'));
  const child = spawn(
    binary,
    [
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--remote-debugging-pipe',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--kiosk',
      '--app=data:text/html,',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const pipe = createCdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const session = await firstSession(pipe);
  return {
    profile,
    rendering: 'usual',
    pipe,
    session: () => session,
    async show(url) {
      await pipe.send('Page.enable', {}, session);
      await pipe.send('Page.addScriptToEvaluateOnNewDocument', { source: WITHOUT_LOCK }, session);
      await withoutHeaders(pipe, session);
      const loaded = new Promise<void>((resolve) => pipe.on('Page.loadEventFired', () => resolve()));
      await pipe.send('Page.navigate', { url }, session);
      await loaded;
      await pipe.send('Page.disable', {}, session);
    },
    isDrawn: () => Promise.resolve(true),
    gone: once(child, 'exit').then(() => 'browser-gone'),
    async close() {
      if (child.pid !== undefined && child.exitCode === null) {
        const ended = once(child, 'exit');
        process.kill(-child.pid, 'SIGKILL');
        await ended;
      }
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function firstSession(pipe: CdpPipe): Promise<string> {
  const found = new Promise<string>((resolve) => {
    pipe.on('Target.targetCreated', (params) => {
      const { targetInfo } = params as { targetInfo: { targetId: string; type: string } };
      if (targetInfo.type === 'page') resolve(targetInfo.targetId);
    });
  });
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  const attached = await pipe.send('Target.attachToTarget', { targetId: await found, flatten: true });
  return (attached as { sessionId: string }).sessionId;
}

interface Paused {
  requestId: string;
  responseStatusCode: number;
  responseHeaders: { name: string; value: string }[];
}

const HOLDING = ['content-security-policy', 'permissions-policy', 'cross-origin-opener-policy'];

/** Lets the document arrive without the headers that hold it: answered anew, as they have been read by now. */
async function withoutHeaders(pipe: CdpPipe, session: string): Promise<void> {
  async function answer({
    requestId,
    responseStatusCode: responseCode,
    responseHeaders,
  }: Paused): Promise<void> {
    if (responseCode !== 200) {
      await pipe.send('Fetch.continueRequest', { requestId }, session);
      return;
    }
    const given = await pipe.send('Fetch.getResponseBody', { requestId }, session);
    const { body, base64Encoded } = given as { body: string; base64Encoded: boolean };
    const left = responseHeaders.filter(({ name }) => !HOLDING.includes(name.toLowerCase()));
    const fresh = {
      requestId,
      responseCode,
      responseHeaders: left,
      body: base64Encoded ? body : Buffer.from(body).toString('base64'),
    };
    await pipe.send('Fetch.fulfillRequest', fresh, session);
  }
  pipe.on('Fetch.requestPaused', (params) => void answer(params as Paused));
  const patterns = [{ resourceType: 'Document', requestStage: 'Response' }];
  await pipe.send('Fetch.enable', { patterns }, session);
}
