// The ways a screen reaches the kiosk, as the contract suite drives them.
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Reply, Send } from '../../domain/contract/kiosk-api.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { silentLog } from '../../lib/log.ts';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { DEFAULT_CONFIG } from '../../main/config.ts';
import { startHttp } from '../../main/hosts/browser/http.ts';
import { openShell } from '../../main/hosts/electron/shell.ts';
import type { Kiosk } from '../../main/kiosk.ts';
import { electronTransport, type Bridge } from '../../renderer/kiosk-client/electron.ts';
import { fakeElectron } from '../fakes/electron/electron.ts';

export interface Transport {
  send: Send;
  subscribe(listener: (event: KioskEvent) => void): void;
  /** Settles when events would be heard. */
  listening(): Promise<void>;
  close(): Promise<void>;
}

export async function openDirect(kiosk: Kiosk): Promise<Transport> {
  return {
    send: (name, input) => kiosk.dispatch(name, input),
    subscribe: (listener) => void kiosk.subscribe(listener),
    listening: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Takes the cookie a launch address gives. */
export async function cookieOf(launchUrl: string): Promise<string> {
  const response = await fetch(launchUrl, { redirect: 'manual' });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export async function openHttp(kiosk: Kiosk, assets: string): Promise<Transport> {
  writeFileSync(join(assets, 'index.html'), '<!doctype html><title>OneWindow</title>');
  const host = await startHttp({ kiosk, assets, port: 0, lastingKey: false, log: silentLog });
  const headers = { cookie: await cookieOf(host.launchUrl()), origin: host.origin };
  const closing = new AbortController();
  let heard = Promise.resolve();

  return {
    async send(name, input) {
      const response = await fetch(`${host.origin}/kiosk/${name}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Reply;
    },
    subscribe(listener) {
      heard = new Promise((resolve) => {
        const asked = request(
          `${host.origin}/kiosk-events`,
          { headers, signal: closing.signal },
          (response) => {
            let text = '';
            response.setEncoding('utf8');
            response.on('error', () => {});
            response.on('data', (chunk: string) => {
              resolve();
              text += chunk;
              const messages = text.split('\n\n');
              text = messages.pop() ?? '';
              for (const message of messages)
                if (message.startsWith('data: ')) listener(JSON.parse(message.slice(6)) as KioskEvent);
            });
          },
        );
        asked.on('error', () => {});
        asked.end();
      });
    },
    listening: () => heard,
    async close() {
      closing.abort();
      await host.stop();
    },
  };
}

/** The real shell, preload and screen side, over doubles of Electron that copy whatever crosses between them. */
export async function openElectron(kiosk: Kiosk, assets: string): Promise<Transport> {
  const electron = fakeElectron({ userData: assets });
  const shell = openShell({
    electron,
    kiosk,
    config: DEFAULT_CONFIG,
    assets,
    preload: 'preload.cjs',
    devTools: false,
    isCapturing: () => false,
    drawInSoftware: () => {},
    onWorn: () => {},
    end: () => {},
    clock: systemClock,
    timers: systemTimers,
    log: silentLog,
  });
  const bridge = electron.kioskWindows()[0]?.page.world['oneWindow'];
  const { send, subscribe } = electronTransport(bridge as Bridge);
  return {
    send,
    subscribe: (listener) => void subscribe(listener),
    listening: () => Promise.resolve(),
    close: async () => shell.stop(),
  };
}
