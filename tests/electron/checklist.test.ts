// Electron's own security checklist, all twenty items, each held by something that can fail.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operationNames } from '../../domain/contract/kiosk-names.ts';
import { contentPolicy } from '../../main/hosts/policy.ts';
import { blankWindowOptions, hiddenWindowOptions } from '../../main/hosts/electron/policy/window-options.ts';
import { stand, type Stand } from './stand.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOST = join(ROOT, 'main/hosts/electron');

/** Item and heading, as Electron's documentation numbers them. */
const CHECKLIST = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation',
  'Enable process sandboxing',
  'Handle session permission requests',
  'Do not disable webSecurity',
  'Define a Content-Security-Policy',
  'Do not enable allowRunningInsecureContent',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'Do not use allowpopups for WebViews',
  'Verify WebView options and params',
  'Disable or limit navigation',
  'Disable or limit creation of new windows',
  'Do not use shell.openExternal with untrusted content',
  'Use a current version of Electron',
  'Validate the sender of all IPC messages',
  'Avoid usage of the file:// protocol',
  'Check which fuses you can change',
  'Do not expose Electron APIs to untrusted web content',
] as const;

let stood: Stand;
beforeEach(() => void (stood = stand()));
afterEach(() => stood.close());

/** Everything the shell is made of, as text. */
function sources(): string {
  return readdirSync(HOST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(HOST, file), 'utf8'))
    .join('\n');
}

/** The preferences of every kind of window the program makes. */
function everyWindow(): Record<string, unknown>[] {
  const bounds = { x: 0, y: 0, width: 1, height: 1 };
  return [
    ...stood.electron.windows.map(({ options }) => options),
    blankWindowOptions(bounds),
    hiddenWindowOptions('print-1'),
  ].map(({ webPreferences }) => ({ ...webPreferences }));
}

const held: Record<(typeof CHECKLIST)[number], () => unknown> = {
  'Only load secure content': () => {
    expect(stood.page().frame.url).toBe('app://kiosk/index.html');
    for (const url of [
      'http://example.org/',
      'https://example.org/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
    ])
      expect([url, stood.page().session.request(url)]).toEqual([url, false]);
    expect(stood.page().session.request('app://kiosk/assets/index.js')).toBe(true);
  },
  'Do not enable Node.js integration for remote content': () => {
    for (const preferences of everyWindow())
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
    expect(Object.keys(stood.page().world)).toEqual(['oneWindow']);
  },
  'Enable context isolation': () => {
    for (const preferences of everyWindow()) expect(preferences['contextIsolation']).toBe(true);
  },
  'Enable process sandboxing': () => {
    for (const preferences of everyWindow()) expect(preferences['sandbox']).toBe(true);
    expect(sources()).toContain('app.enableSandbox()');
    expect(sources()).not.toContain('no-sandbox');
  },
  'Handle session permission requests': () => {
    const { session } = stood.page();
    const asks = { url: 'app://kiosk/index.html', mediaTypes: ['video' as const] };
    for (const permission of [
      'geolocation',
      'notifications',
      'media',
      'clipboard-read',
      'fullscreen',
      'unknown',
    ]) {
      expect([permission, session.requestPermission(permission, asks)]).toEqual([permission, false]);
      expect([permission, session.checkPermission(permission, asks)]).toEqual([permission, false]);
    }
    for (const kind of ['hid', 'serial', 'usb'] as const)
      expect([kind, session.chooseDevice(kind)]).not.toEqual([kind, 'x']);
    expect(session.mayUseDevice()).toBe(false);
    expect(session.captureDisplay()).toBe(null);
    expect(session.freeUsbClasses()).toEqual([]);
    expect(stood.page().chooseBluetooth()).toBe('');
  },
  'Do not disable webSecurity': () => {
    for (const preferences of everyWindow()) expect(preferences['webSecurity']).toBe(true);
  },
  'Define a Content-Security-Policy': async () => {
    const page = await stood.page().session.fetch('app://kiosk/index.html');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toBe(contentPolicy("'none'"));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const missing = await stood.page().session.fetch('app://kiosk/nothing.html');
    expect([missing.status, missing.headers.get('content-security-policy')]).toEqual([404, policy]);
  },
  'Do not enable allowRunningInsecureContent': () => {
    for (const preferences of everyWindow()) expect(preferences['allowRunningInsecureContent']).toBe(false);
  },
  'Do not enable experimental features': () => {
    for (const preferences of everyWindow()) expect(preferences['experimentalFeatures']).toBe(false);
  },
  'Do not use enableBlinkFeatures': () => {
    for (const preferences of everyWindow()) expect(preferences).not.toHaveProperty('enableBlinkFeatures');
  },
  'Do not use allowpopups for WebViews': () => {
    for (const preferences of everyWindow()) expect(preferences['webviewTag']).toBe(false);
  },
  'Verify WebView options and params': () => {
    expect(stood.page().attachWebview()).toBe(false);
  },
  'Disable or limit navigation': () => {
    for (const by of ['link', 'frame', 'redirect'] as const)
      for (const url of ['https://example.org/', 'app://kiosk/index.html.evil', 'javascript:alert(1)'])
        expect([by, url, stood.page().navigate(url, by)]).toEqual([by, url, false]);
    expect(stood.page().navigate('app://kiosk/index.html')).toBe(true);
  },
  'Disable or limit creation of new windows': () => {
    for (const url of ['app://kiosk/index.html', 'https://example.org/', 'about:blank'])
      expect([url, stood.page().openWindow(url)]).toEqual([url, false]);
  },
  'Do not use shell.openExternal with untrusted content': () => {
    expect(sources()).not.toMatch(/openExternal|openPath|\bshell\b.*from 'electron/);
  },
  'Use a current version of Electron': () => {
    const { version } = JSON.parse(
      readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
    ) as { version: string };
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  },
  'Validate the sender of all IPC messages': async () => {
    expect(stood.electron.ipcMain.channels()).toEqual(['kiosk']);
    const stranger = { sender: { id: 99 }, senderFrame: { url: 'app://kiosk/index.html', parent: null } };
    expect(await stood.electron.ipcMain.invoke('kiosk', stranger, ['look', null])).toMatchObject({
      ok: false,
    });
    expect(stood.kiosk).toEqual([]);
  },
  'Avoid usage of the file:// protocol': async () => {
    expect(sources()).not.toMatch(/loadFile|['"`]file:/);
    for (const path of [
      '../../etc/passwd',
      '%2e%2e/%2e%2e/etc/passwd',
      '..\\..\\x',
      'index.html%00.js',
      '',
      'notes.txt',
    ]) {
      const answer = await stood.page().session.fetch(`app://kiosk/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await stood.page().session.fetch('app://elsewhere/index.html')).status).toBe(404);
    expect((await stood.page().session.fetch('app://kiosk/index.html', 'POST')).status).toBe(404);
  },
  'Check which fuses you can change': () => {
    const config = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
    for (const fuse of [
      'runAsNode: false',
      'enableCookieEncryption: true',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ])
      expect(config).toContain(fuse);
  },
  'Do not expose Electron APIs to untrusted web content': () => {
    const bridge = stood.page().world['oneWindow'] as object;
    expect(Object.keys(bridge).toSorted()).toEqual([...operationNames, 'subscribe'].toSorted());
    for (const offered of Object.values(bridge)) expect(typeof offered).toBe('function');
  },
};

describe.each(CHECKLIST.map((item, index) => [index + 1, item] as const))('item %i', (_, item) => {
  it(item, held[item]);
});

it('has twenty items', () => {
  expect(Object.keys(held)).toHaveLength(20);
});

it('hands what the kiosk tells to the page without Electron’s own event', () => {
  const heard: unknown[][] = [];
  const bridge = stood.page().world['oneWindow'] as {
    subscribe(listener: (...args: unknown[]) => void): () => void;
  };
  const unsubscribe = bridge.subscribe((...args) => void heard.push(args));
  stood.emit({ name: 'idle', payload: null });
  unsubscribe();
  stood.emit({ name: 'idle', payload: null });
  expect(heard).toEqual([[{ name: 'idle', payload: null }]]);
});
