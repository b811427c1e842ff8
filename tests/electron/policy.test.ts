import { describe, expect, it } from 'vitest';
import { mayNavigate, mayRequest } from '../../main/hosts/electron/policy/address.ts';
import { reachesPage } from '../../main/hosts/electron/policy/keys.ts';
import { placesOf } from '../../main/hosts/electron/policy/places.ts';
import { forbiddenConditions } from '../../main/hosts/electron/policy/start-conditions.ts';

describe('an address', () => {
  it('is ours when it is exactly the page', () => {
    expect(mayNavigate('app://kiosk/index.html')).toBe(true);
  });
  it.each([
    'app://kiosk/',
    'app://kiosk/index.html#elsewhere',
    'app://kiosk/index.html?x=1',
    'app://kiosk.example/index.html',
    'app://print/sheet.html',
    'https://kiosk/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('%j is nowhere to go', (url) => {
    expect(mayNavigate(url)).toBe(false);
  });
  it.each([
    'app://kiosk/index.html',
    'app://kiosk/assets/a.js',
    'data:image/png;base64,AA==',
    'blob:app://kiosk/1',
  ])('%j may be fetched', (url) => {
    expect(mayRequest(url)).toBe(true);
  });
  it.each([
    'app://print/0.png',
    'http://127.0.0.1:80/',
    'https://example.org/a.js',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'chrome://gpu',
    'not an address',
  ])('%j may not be fetched', (url) => {
    expect(mayRequest(url)).toBe(false);
  });
});

describe('a key', () => {
  const none = {
    type: 'keyDown',
    control: false,
    alt: false,
    meta: false,
    shift: false,
    isComposing: false,
    modifiers: [],
  };
  it.each([
    'a',
    'Z',
    '1',
    ' ',
    '，',
    '贵',
    '𬭎',
    'Enter',
    'Tab',
    'Backspace',
    'ArrowLeft',
    'Escape',
    'Process',
  ])('%j reaches the page', (key) => {
    expect(reachesPage({ ...none, key })).toBe(true);
  });
  it.each(['a', 'C', 'v', 'x', 'z', 'ArrowRight', 'Home', 'Control'])('Ctrl+%s reaches the page', (key) => {
    expect(reachesPage({ ...none, control: true, key })).toBe(true);
  });
  it.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'BrowserBack',
    'ContextMenu',
    'PrintScreen',
    'MediaPlayPause',
    'LaunchMail',
  ])('%s does not', (key) => {
    expect(reachesPage({ ...none, key })).toBe(false);
  });
  it.each([
    'p',
    's',
    'o',
    'u',
    'w',
    'n',
    't',
    'q',
    'r',
    'l',
    'j',
    '+',
    '-',
    '0',
    'Tab',
    'F4',
    'Enter',
    'Escape',
  ])('Ctrl+%s does not', (key) => {
    expect(reachesPage({ ...none, control: true, key })).toBe(false);
  });
  it.each(['F4', ' ', 'ArrowLeft', 'ArrowRight', 'Tab', 'd', 'Escape'])('Alt+%s does not', (key) => {
    expect(reachesPage({ ...none, alt: true, key })).toBe(false);
  });
  it.each(['r', 'l', 'd', 'e', 'Tab', 'Meta'])('with the system key, %s does not', (key) => {
    expect(reachesPage({ ...none, meta: true, key })).toBe(false);
  });
  it('that writes a letter with AltGr reaches the page', () => {
    expect(reachesPage({ ...none, control: true, alt: true, modifiers: ['altgr'], key: '€' })).toBe(true);
  });
  it('that the input method has reaches it', () => {
    expect(reachesPage({ ...none, isComposing: true, key: 'F4' })).toBe(true);
  });
  it.each(['i', 'j', 'c', 'n', 'Delete', 'Escape'])('Ctrl+Shift+%s does not', (key) => {
    expect(reachesPage({ ...none, control: true, shift: true, key })).toBe(false);
  });
  it('that comes up again is always let through, so that none is believed held', () => {
    expect(reachesPage({ ...none, type: 'keyUp', key: 'F5' })).toBe(true);
  });
});

describe('the kiosk’s display', () => {
  const at = (id: number, x: number, y = 0) => ({ id, bounds: { x, y, width: 1080, height: 1920 } });
  const left = at(7, -1080);
  const middle = at(3, 0);
  const right = at(5, 1080);

  it('is the primary one unless another is chosen', () => {
    expect(placesOf([right, middle, left], middle, null)).toEqual({ kiosk: middle, blanks: [left, right] });
  });
  it('is counted from left to right', () => {
    expect(placesOf([right, middle, left], middle, 3).kiosk).toBe(right);
  });
  it('is the primary one while the chosen one is unplugged', () => {
    expect(placesOf([middle], middle, 3)).toEqual({ kiosk: middle, blanks: [] });
  });
});

describe('what it is started with', () => {
  it('may choose a display server', () => {
    expect(
      forbiddenConditions(['--ozone-platform=wayland'], { PATH: '/usr/bin', LANG: 'zh_CN.UTF-8' }),
    ).toEqual([]);
  });
  it.each([
    '--inspect',
    '--inspect-brk=0',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--no-sandbox',
    '--disable-web-security',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--proxy-server=evil.example:8080',
    '--ignore-certificate-errors',
    '--host-rules=MAP * evil.example',
    '--renderer-cmd-prefix=xterm -e',
    '--user-data-dir=/tmp/x',
    '--require=/tmp/x.js',
    '-r',
  ])('must not be %s', (arg) => {
    expect(forbiddenConditions([arg], {})).toEqual([arg.split('=')[0]]);
  });
  it.each([
    'NODE_OPTIONS',
    'ELECTRON_RUN_AS_NODE',
    'LD_PRELOAD',
    'NODE_EXTRA_CA_CERTS',
    'SSLKEYLOGFILE',
    'node_options',
  ])('must not have %s in its environment', (name) => {
    expect(forbiddenConditions([], { [name]: 'a secret' })).toEqual([name.toUpperCase()]);
  });
});
