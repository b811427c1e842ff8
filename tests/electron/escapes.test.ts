// Ways out of the kiosk, tried on doubles of Electron that let everything through until the shell says otherwise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../main/hosts/policy.ts';
import { forbiddenConditions } from '../../main/hosts/electron/policy/start-conditions.ts';
import { createDispatch, type Handlers } from '../../main/dispatch.ts';
import { compile } from '../../lib/schema.ts';
import { silentLog } from '../../lib/log.ts';
import { CALLS_AT_ONCE } from '../../main/hosts/call-limit.ts';
import { escapeOf, keysFor, type Tries } from '../escapes/table.ts';
import type { Key } from '../fakes/electron/page.ts';
import { stand, type Stand } from './stand.ts';

type Try = () => void | Promise<void>;

const OURS = 'app://kiosk/index.html';
const UNTRUSTED = { ok: false, error: { code: 'untrusted-sender' } };

let stood: Stand;
beforeEach(() => void (stood = stand()));
afterEach(() => stood.close());

/** A link is pressed, a script goes there, a frame is put there: none gets there, and the page stays. */
function leadsNowhere(url: string): () => void {
  return () => {
    for (const by of ['link', 'frame', 'redirect'] as const)
      expect([by, stood.page().navigate(url, by)]).toEqual([by, false]);
    expect(stood.page().openWindow(url)).toBe(false);
    expect(stood.page().frame.url).toBe(OURS);
    expect(stood.electron.kioskWindows()).toHaveLength(1);
  };
}

function refused(permission: string, mediaTypes: ('video' | 'audio')[] = []): () => void {
  return () => {
    const asks = { url: OURS, isMainFrame: true, mediaTypes };
    expect(stood.page().session.requestPermission(permission, asks)).toBe(false);
    expect(stood.page().session.checkPermission(permission, asks)).toBe(false);
    expect(stood.logged).toContain('permission refused');
  };
}

function noDevice(kind: 'hid' | 'serial' | 'usb'): () => void {
  return () => {
    refused(kind)();
    expect(stood.page().session.chooseDevice(kind)).not.toBe('x');
    expect(stood.page().session.mayUseDevice()).toBe(false);
  };
}

function notSaved(url: string): () => void {
  return () => {
    expect(stood.page().session.download(url)).toBe(false);
    expect(stood.logged).toContain('download refused');
  };
}

/** A window that asks who is there comes in its place. */
function replaced(happen: () => void): () => void {
  return () => {
    const lost = stood.window();
    happen();
    expect(stood.kiosk).toHaveLength(1);
    expect(stood.kiosk[0]).toMatch(/^windowLost /);
    stood.time.pass(4999);
    expect(stood.window()).not.toBe(lost);
  };
}

function isForbidden(args: string[], environment: Record<string, string> = {}): void {
  expect([args, environment, forbiddenConditions(args, environment)]).not.toEqual([args, environment, []]);
}

/** The real door behind the channel, with operations that would succeed. */
function throughRealDoor(name: string, input: unknown): Promise<unknown> {
  const handlers = new Proxy({}, { get: () => async () => ({ ok: true, value: null }) }) as Handlers;
  return createDispatch(handlers, compile, silentLog)(name, input);
}

function sourceOf(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../main/hosts/electron', file), 'utf8');
}

const tries: Tries<'electron-double', Try> = {
  'forbidden-switch': () => {
    for (const arg of [
      '--inspect',
      '--inspect-brk',
      '--remote-debugging-port=1',
      '--remote-debugging-pipe',
      '--no-sandbox',
    ])
      isForbidden([arg]);
  },
  'forbidden-variable': () => {
    for (const name of ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'LD_PRELOAD', 'NODE_EXTRA_CA_CERTS'])
      isForbidden([], { [name]: 'x' });
  },
  'devtools-by-call': () => {
    expect(stood.window().options.webPreferences?.devTools).toBe(false);
    expect(sourceOf('api.ts')).not.toContain('openDevTools');
  },
  'mouse-right-click': () => expect(stood.page().openContextMenu()).toBe(false),
  'mouse-drop-file': () => {
    leadsNowhere('file:///home/x/notes.pdf')();
    expect(stood.window().options.webPreferences?.navigateOnDragDrop).toBe(false);
  },
  'mouse-drop-link': leadsNowhere('https://example.org/dropped'),
  'dialog-http-auth': () => expect(stood.electron.askLogin()).toBe(false),
  'dialog-certificate': () => expect(stood.electron.meetBadCertificate()).toBe(false),
  'dialog-client-certificate': () => expect(stood.electron.askClientCertificate()).toBe(undefined),
  'link-elsewhere': leadsNowhere('https://example.org/'),
  'link-mailto': leadsNowhere('mailto:someone@example.org'),
  'link-tel': leadsNowhere('tel:12345'),
  'link-ms-settings': leadsNowhere('ms-settings:'),
  'link-intent': leadsNowhere('intent://scan/#Intent;scheme=zxing;end'),
  'link-javascript': leadsNowhere('javascript:alert(1)'),
  'link-vbscript': leadsNowhere('vbscript:msgbox(1)'),
  'link-data': leadsNowhere('data:text/html,<h1>x</h1>'),
  'link-blob': leadsNowhere('blob:app://kiosk/0000'),
  'link-view-source': leadsNowhere(`view-source:${OURS}`),
  'link-chrome': leadsNowhere('chrome://gpu'),
  'link-file': leadsNowhere('file:///etc/passwd'),
  'link-share': leadsNowhere('file://host/share'),
  'link-form': () => {
    leadsNowhere('https://example.org/form')();
    expect(contentPolicy("'none'")).toContain("form-action 'none'");
  },
  'link-frame': () => {
    leadsNowhere('https://example.org/frame')();
    expect(contentPolicy("'none'")).toContain("default-src 'none'");
    expect(contentPolicy("'none'")).not.toContain('frame-src');
  },
  'link-redirect': () => expect(stood.page().navigate('https://example.org/', 'redirect')).toBe(false),
  'open-external': () => {
    refused('openExternal')();
    expect(sourceOf('api.ts')).not.toMatch(/\bshell\b\s*:/);
  },
  webview: () => {
    expect(stood.page().attachWebview()).toBe(false);
    expect(stood.window().options.webPreferences?.webviewTag).toBe(false);
  },
  'window-open': () => expect(stood.page().openWindow('about:blank')).toBe(false),
  'window-blank': () => expect(stood.page().openWindow(OURS)).toBe(false),
  'window-second-start': () => {
    stood.shell.comeForward();
    expect(stood.window().isFocused()).toBe(true);
    expect(stood.electron.kioskWindows()).toHaveLength(1);
  },
  'content-script': async () => {
    const page = await stood.page().session.fetch(OURS);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  },
  'download-attribute': notSaved('app://kiosk/assets/index.js'),
  'download-answer': notSaved('app://kiosk/index.html'),
  'permission-geolocation': refused('geolocation'),
  'permission-notifications': refused('notifications'),
  'permission-camera': refused('media', ['video']),
  'permission-microphone': refused('media', ['audio']),
  'permission-screen': () => {
    refused('display-capture')();
    expect(stood.page().session.captureDisplay()).toBe(null);
  },
  'permission-clipboard': refused('clipboard-read'),
  'permission-midi': refused('midiSysex'),
  'permission-usb': noDevice('usb'),
  'permission-serial': noDevice('serial'),
  'permission-hid': noDevice('hid'),
  'permission-bluetooth': () => expect(stood.page().chooseBluetooth()).toBe(''),
  'permission-lock-keys': () => {
    refused('keyboardLock')();
    refused('pointerLock')();
    refused('fullscreen')();
  },
  'next-stores': () => {
    const last = stood.window();
    stood.emit({ name: 'ended', payload: null });
    stood.window().becomeReady();
    expect(stood.page().session).not.toBe(last.page.session);
    expect(last.page.session.isCleared()).toBe(true);
    for (const partition of stood.electron.sessions.keys()) expect(partition).not.toMatch(/^persist:/);
    expect(stood.electron.clipboardCleared()).toBe(1);
  },
  'crash-page': replaced(() => stood.page().crash()),
  'crash-graphics': replaced(() => stood.electron.loseGraphics()),
  'crash-hang': replaced(() => stood.page().hang()),
  'crash-thrice': async () => {
    for (const _ of [1, 2, 3]) {
      stood.page().crash();
      await stood.live(30);
    }
    expect(stood.kiosk.filter((what) => what === 'close')).toHaveLength(1);
    expect(stood.window().isDestroyed()).toBe(false);
  },
  'channel-unknown': async () => {
    await expect(stood.ask('openDevTools')).rejects.toThrow('not offered');
    expect(await throughRealDoor('openDevTools', null)).toMatchObject({
      error: { code: 'unknown-operation' },
    });
    expect(stood.electron.ipcMain.channels()).toEqual(['kiosk']);
  },
  'channel-prototype': async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(await throughRealDoor(name, null)).toMatchObject({ error: { code: 'unknown-operation' } });
    const poisoned: unknown = JSON.parse('{"locale":"en","__proto__":{"size":3}}');
    expect(await throughRealDoor('arrange', structuredClone(poisoned))).toMatchObject({
      error: { code: 'invalid-input' },
    });
  },
  'channel-huge': async () => {
    const huge = 'x'.repeat(100 * 1024 * 1024);
    expect(await throughRealDoor('askProgress', huge)).toMatchObject({ error: { code: 'invalid-input' } });
    expect(await throughRealDoor('findProgress', { number: huge })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  },
  'channel-other-frame': async () => {
    const { id } = stood.page().contents;
    for (const event of [
      { sender: { id }, senderFrame: { url: 'https://example.org/', parent: null } },
      { sender: { id }, senderFrame: { url: OURS, parent: stood.page().contents.mainFrame as never } },
      { sender: { id: id + 1 }, senderFrame: { url: OURS, parent: null } },
      { sender: { id }, senderFrame: null },
    ])
      expect(await stood.electron.ipcMain.invoke('kiosk', event, ['look', null])).toEqual(UNTRUSTED);
    expect(stood.kiosk).toEqual([]);
  },
  'channel-after-leaving': async () => {
    const { look } = stood.page().world['oneWindow'] as Record<string, (input: null) => Promise<unknown>>;
    stood.emit({ name: 'ended', payload: null });
    expect(await look?.(null)).toEqual(UNTRUSTED);
  },
  'channel-flood': async () => {
    const answers = await Promise.all(Array.from({ length: 1000 }, () => stood.ask('look')));
    expect(answers.filter((answer) => (answer as { ok: boolean }).ok)).toHaveLength(CALLS_AT_ONCE);
    expect(answers.at(-1)).toEqual({ ok: false, error: { code: 'busy' } });
    stood.time.pass(1000);
    expect(await stood.ask('look')).toEqual({ ok: true, value: 'well' });
  },
  'file-outside': async () => {
    for (const path of [
      '../../etc/passwd',
      '%2e%2e/%2e%2e/etc/passwd',
      '..\\..\\etc\\passwd',
      'index.html%00.png',
    ])
      expect([path, (await stood.page().session.fetch(`app://kiosk/${path}`)).status]).toEqual([path, 404]);
  },
};

describe('on Electron’s doubles', () => {
  it.each(Object.entries(tries))('%s leads nowhere', async (id, attempt) => {
    expect(escapeOf(id).where).toContain('electron-double');
    await attempt();
  });

  it.each(keysFor('electron-double').map(({ id, keys }) => [id, keys] as const))(
    '%s is not pressed',
    (_, keys) => {
      expect(stood.page().press(keyOf(keys))).toBe(false);
    },
  );
});

/** Names that xdotool has of its own; the others are DOM's. */
const DOM_NAMES: Record<string, string> = {
  space: ' ',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  plus: '+',
  minus: '-',
  Menu: 'ContextMenu',
  XF86Back: 'BrowserBack',
};

/** 'ctrl+shift+i' as Electron tells it. */
function keyOf(pressed: string): Key {
  const parts = pressed.split('+');
  const last = parts.pop() ?? '';
  const has = (name: string) => parts.includes(name);
  return {
    key: DOM_NAMES[last] ?? last,
    control: has('ctrl'),
    alt: has('alt'),
    shift: has('shift'),
    meta: has('super'),
  };
}
