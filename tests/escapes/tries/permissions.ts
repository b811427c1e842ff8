// What a page may ask of the machine. Everything is refused in the same moment, and nobody is asked.
import { expect } from 'playwright/test';
import type { Tries } from '../table.ts';
import { denied, unchanged, type Try } from '../try.ts';

/** An old function with two callbacks. */
const POSITION = `new Promise((give, refuse) =>
  navigator.geolocation.getCurrentPosition(give, ({ code }) => refuse({ name: code === 1 ? 'DeniedError' : 'other' })))`;

/** Answers with a word instead of refusing. */
const NOTICES = `Notification.requestPermission().then((word) => {
  if (word !== 'granted') throw { name: 'DeniedError' };
})`;

export const permissions = {
  'permission-geolocation': denied(POSITION),
  'permission-notifications': denied(NOTICES),
  'permission-camera': denied(`navigator.mediaDevices.getUserMedia({ video: true })`),
  'permission-microphone': denied(`navigator.mediaDevices.getUserMedia({ audio: true })`),
  'permission-screen': denied(`navigator.mediaDevices.getDisplayMedia({ video: true })`),
  'permission-clipboard': denied(`navigator.clipboard.readText()`),
  'permission-midi': denied(`navigator.requestMIDIAccess({ sysex: true })`),
  'permission-usb': denied(`navigator.usb.requestDevice({ filters: [] })`),
  'permission-serial': denied(`navigator.serial.requestPort()`),
  'permission-hid': denied(`navigator.hid.requestDevice({ filters: [] })`),
  'permission-bluetooth': denied(`navigator.bluetooth.requestDevice({ acceptAllDevices: true })`),
  'permission-fonts': denied(`window.queryLocalFonts()`),
  'permission-displays': denied(`window.getScreenDetails()`),
  'permission-lock-keys': denied(`document.body.requestPointerLock()`),
  'permission-persist': unchanged(async ({ run }) => {
    expect(await run('navigator.storage.persist()', true)).toBe(false);
  }),
  'service-worker': unchanged(async ({ run }) => {
    const refused = await run(`new Promise((resolve) => {
      const told = ({ effectiveDirective }) => resolve(effectiveDirective);
      document.addEventListener('securitypolicyviolation', told, { once: true });
      navigator.serviceWorker.register('/assets/worker.js').catch(() => undefined);
    })`);
    // Whichever is asked first: whether there may be a worker, or whether a text may become its address.
    expect(refused).toMatch(/^(worker-src|require-trusted-types-for)$/);
  }),
  'full-screen-by-script': denied(`document.exitFullscreen()`),
  'download-save-picker': denied(`window.showSaveFilePicker()`),
  'dialog-open-picker': denied(`window.showOpenFilePicker()`),
  'dialog-folder-picker': denied(`window.showDirectoryPicker()`),
} satisfies Partial<Tries<'chromium', Try>>;
