// Takes pictures of scenes as people would see them: a real kiosk, a real Chromium.
import { chromium, type Browser, type Page } from 'playwright';
import { PNG } from 'pngjs';
import { findChromium } from '../../lib/find-chromium.mjs';
import type { In } from '../../domain/contract/kiosk-api.ts';
import { paperCamera } from '../fakes/paper-camera.ts';
import { ask } from '../fill-in.ts';
import type { Scene, Stage } from '../stage.ts';

export const ORIENTATIONS = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;
export type Orientation = keyof typeof ORIENTATIONS;

export interface Look extends In<'arrange'> {
  orientation: Orientation;
}

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...paperCamera(),
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: CHROMIUM_ARGS });
}

/** Brings the kiosk to a scene and a page to the kiosk; the page asks who is there, and is told. */
export async function enterScene(stage: Stage, page: Page, scene: Scene, look: Look): Promise<void> {
  const { send } = stage.city;
  const { orientation, ...appearance } = look;
  // What a scene before this one kept from the page.
  await page.unrouteAll();
  await ask(send, 'leave', null);
  // A citizen who had the counter's screen leaves it behind, locked: that is left too.
  await ask(send, 'leave', null);
  stage.city.network.become('fine');
  await stage.city.kiosk.drain();
  await scene.enter(stage.city);
  await ask(send, 'arrange', appearance);
  await page.setViewportSize(ORIENTATIONS[orientation]);
  await page.goto(stage.http.launchUrl());
  await page.locator('.screen h1').first().waitFor();
  const isAsked = (await page.locator('.screen--calm').count()) > 0;
  if (isAsked && scene.name !== 'still-there') {
    await page.locator('.act .button--strong').click();
    await page.locator('.screen--calm').waitFor({ state: 'detached' });
  }
  // The clock stands in the masthead once the kiosk has told its state.
  await page.locator('.masthead .num', { hasText: ':' }).first().waitFor();
  await scene.onScreen?.(page, stage);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Once in some hundreds Chromium gives a picture of one colour. Throws when it does so however often it is asked. */
export async function takePicture(page: Page): Promise<Buffer> {
  for (let times = 0; times < 5; times += 1) {
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (!isBlank(picture)) return picture;
  }
  throw new Error('Chromium paints nothing');
}

function isBlank(picture: Buffer): boolean {
  const { data } = PNG.sync.read(picture);
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  return pixels.every((pixel) => pixel === pixels[0]);
}
