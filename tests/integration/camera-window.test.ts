// The camera of a real window, under the profile, switches and headers of the browser host: given with the step in which a
// document is photographed, taken back with it, and never anything else with it.
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock, systemTimers } from '../../lib/clock.ts';
import { findChromium } from '../../lib/find-chromium.mjs';
import { silentLog } from '../../lib/log.ts';
import { followCamera } from '../../main/hosts/browser/camera.ts';
import { startHttp, type HttpHost } from '../../main/hosts/browser/http.ts';
import { createWindows, type Windows } from '../../main/hosts/browser/windows.ts';
import { createRecovery } from '../../main/hosts/recovery.ts';
import { openDocumentCity, type DocumentCity } from '../document-city.ts';
import { ask } from '../fill-in.ts';
import { on, openCapture } from '../hand-in-documents.ts';

let city: DocumentCity;
let http: HttpHost;
let windows: Windows;

/** The Chromium that is there, with a camera it does not have. Nothing else is changed: nobody answers for a person. */
function withFakeCamera(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'onewindow-camera-')), 'chromium');
  writeFileSync(file, `#!/bin/sh\nexec ${findChromium()} --use-fake-device-for-media-stream "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** A page that asks the kiosk nothing: what it is given, it is given by the host. */
function silentPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>OneWindow</title><h1>OneWindow</h1>');
  return folder;
}

beforeAll(async () => {
  city = await openDocumentCity();
  http = await startHttp({
    kiosk: city.kiosk,
    assets: silentPage(),
    port: 0,
    lastingKey: false,
    log: silentLog,
  });
  const recovery = createRecovery({ kiosk: city.kiosk, clock: systemClock, timers: systemTimers });
  windows = createWindows({
    chromium: { binary: withFakeCamera(), headless: true, origin: http.origin },
    launchUrl: http.launchUrl,
    recovery,
    timers: systemTimers,
    log: silentLog,
  });
  followCamera(city.kiosk.camera, windows, http.origin);
  await windows.replace();
});
afterAll(async () => {
  await windows.stop();
  await http.stop();
  await city.stop();
});

/** Runs in the window's page. */
async function run(expression: string): Promise<unknown> {
  const window = windows.shown();
  if (window === null) throw new Error('no window');
  const how = { expression, awaitPromise: true, returnByValue: true };
  const answer = (await window.pipe.send('Runtime.evaluate', how, window.session())) as {
    result: { value?: unknown };
  };
  return answer.result.value;
}

const film = (wanted: string) =>
  run(`navigator.mediaDevices.getUserMedia(${wanted}).then((stream) => {
    window.filming = stream;
    return stream.getTracks().map(({ kind }) => kind).join();
  }, ({ name }) => name)`);

it('is refused on every other page, given in the step, and taken from whoever films when the step is left', async () => {
  const list = await city.arrive();
  expect(await film('{ video: true }')).toBe('NotAllowedError');

  const capture = await openCapture(city.send, list, 'lease');
  expect(await film('{ video: true }')).toBe('video');

  on(await ask(city.send, 'closeDocument', { page: capture.page }), 'documents');
  expect(await run('window.filming.getTracks()[0].readyState')).toBe('ended');
  expect(await film('{ video: true }')).toBe('NotAllowedError');
});

it('comes without sound, without the screen and without anything else that was refused', async () => {
  await ask(city.send, 'leave', null);
  await openCapture(city.send, await city.arrive(), 'lease');
  expect(await film('{ audio: true }')).toBe('NotAllowedError');
  expect(await film('{ audio: true, video: true }')).toBe('NotAllowedError');
  const states = await run(`Promise.all(['camera', 'microphone', 'geolocation', 'notifications'].map((name) =>
    navigator.permissions.query({ name }).then(({ state }) => name + ' ' + state))).then((all) => all.join())`);
  expect(states).toBe('camera granted,microphone denied,geolocation denied,notifications denied');
  await ask(city.send, 'leave', null);
  expect(await film('{ video: true }')).toBe('NotAllowedError');
});
