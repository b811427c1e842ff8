import { expect, it } from 'vitest';
import { browserEnvironment } from './environment.ts';

it('gives the browser its screen, its language and its input method', () => {
  const needed = { DISPLAY: ':0', HOME: '/home/kiosk', LC_CTYPE: 'zh_CN.UTF-8', XMODIFIERS: '@im=fcitx' };
  expect(browserEnvironment(needed)).toEqual(needed);
});

it.each([
  'CHROMIUM_FLAGS',
  'GOOGLE_API_KEY',
  'HTTPS_PROXY',
  'http_proxy',
  'LD_LIBRARY_PATH',
  'LD_PRELOAD',
  'NODE_OPTIONS',
  'NOTIFY_SOCKET',
  'SSLKEYLOGFILE',
  'SSL_CERT_FILE',
  'ONEWINDOW_SECRET',
])('keeps %s from it', (name) => {
  expect(browserEnvironment({ [name]: 'x' })).toEqual({});
});
