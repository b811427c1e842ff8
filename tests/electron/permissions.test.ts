import { expect, it } from 'vitest';
import type { ShellSession } from '../../main/hosts/electron/api.ts';
import { grants } from '../../main/hosts/electron/policy/permissions.ts';

type Permission = Parameters<Exclude<Parameters<ShellSession['setPermissionRequestHandler']>[0], null>>[1];

/** Every permission Electron knows by name: compilation fails when one is added, and when one is gone. */
const EVERY: Record<Permission | 'fileSystem' | 'unknown', true> = {
  ar: true,
  'automatic-fullscreen': true,
  'background-fetch': true,
  'background-sync': true,
  'captured-surface-control': true,
  'clipboard-read': true,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': true,
  'display-capture': true,
  fileSystem: true,
  fullscreen: true,
  geolocation: true,
  'geolocation-approximate': true,
  'hand-tracking': true,
  hid: true,
  'idle-detection': true,
  keyboardLock: true,
  'local-fonts': true,
  'local-network': true,
  'local-network-access': true,
  'loopback-network': true,
  media: true,
  mediaKeySystem: true,
  midi: true,
  midiSysex: true,
  nfc: true,
  notifications: true,
  openExternal: true,
  'payment-handler': true,
  'periodic-background-sync': true,
  'persistent-storage': true,
  pointerLock: true,
  'screen-wake-lock': true,
  sensors: true,
  serial: true,
  'smart-card': true,
  'speaker-selection': true,
  'storage-access': true,
  'system-wake-lock': true,
  'top-level-storage-access': true,
  unknown: true,
  usb: true,
  vr: true,
  'web-app-installation': true,
  'web-printing': true,
  'window-management': true,
};

const OURS = { url: 'app://kiosk/index.html', isMainFrame: true, mediaTypes: [] };
const FILM = { ...OURS, permission: 'media', mediaTypes: ['video'] };

it.each(Object.keys(EVERY))('%s is not granted', (permission) => {
  expect(grants({ ...OURS, permission }, false)).toBe(false);
});

it.each(Object.keys(EVERY).filter((name) => name !== 'media'))(
  '%s is not granted while a document is photographed either',
  (permission) => {
    expect(grants({ ...FILM, permission }, true)).toBe(false);
  },
);

it('the camera’s picture is granted to our page while a document is photographed', () => {
  expect(grants(FILM, true)).toBe(true);
});

it.each([
  ['at any other time', FILM, false],
  ['with sound', { ...FILM, mediaTypes: ['video', 'audio'] }, true],
  ['as sound alone', { ...FILM, mediaTypes: ['audio'] }, true],
  ['when nobody says what is wanted', { ...FILM, mediaTypes: [] }, true],
  ['to a frame inside the page', { ...FILM, isMainFrame: false }, true],
  ['to another origin', { ...FILM, url: 'https://kiosk/index.html' }, true],
  ['to an origin that begins like ours', { ...FILM, url: 'app://kiosk.example/' }, true],
])('the camera is not granted %s', (_, asked, isCapturing) => {
  expect(grants(asked, isCapturing)).toBe(false);
});
