// Documents on the screen: the list with every state, the camera well and unwell, the stick.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import { jpeg, noDocuments } from '../builders/files.ts';
import { writeProcedures } from '../builders/library-card.ts';
import { tenancy, tenantAnswers } from '../builders/tenancy.ts';
import type { City } from '../city.ts';
import { openUsbPort, type UsbPort } from '../fakes/usb-port.ts';
import { ask, confirm, nextPress } from '../fill-in.ts';
import { on, openCapture, photographAll } from '../hand-in-documents.ts';
import type { Scene, StageOptions } from '../stage.ts';

const procedures = writeProcedures(mkdtempSync(join(tmpdir(), 'onewindow-scenes-')), tenancy);

async function arrive({ send }: City): Promise<ViewOf<'documents'>> {
  let view: View = await ask(send, 'beginApplication', { procedure: tenancy.id });
  while (view.screen !== 'documents') view = await nextPress(send, view, tenantAnswers(), tenancy);
  return view;
}

async function withEverything(city: City): Promise<ViewOf<'documents'>> {
  const view = await photographAll(city.send, await arrive(city), 'lease', [await jpeg(), await jpeg()]);
  return on(await ask(city.send, 'declareDocument', { page: view.page, document: 'income' }), 'documents');
}

async function withPages(city: City): Promise<View> {
  const view = await photographAll(city.send, await arrive(city), 'lease', [await jpeg(), await jpeg()]);
  return openCapture(city.send, view, 'lease');
}

async function atStick(city: City): Promise<ViewOf<'usb'>> {
  const { page } = await arrive(city);
  return on(await ask(city.send, 'openDocument', { page, document: 'lease', by: 'usb' }), 'usb');
}

/** A slot of its own for each scene: sticks stay in it. */
function slot(...plugged: ((port: UsbPort) => void)[]): StageOptions {
  const port = openUsbPort();
  for (const plug of plugged) plug(port);
  return { procedures, media: port.media };
}

/** In letters that every language of the screen can show. */
const FILES = [
  'lease.pdf',
  'proof of title, scanned 2026-11-24.pdf',
  'IMG_20261124_103255.jpg',
  'IMG_20261124_103301.jpg',
  'id-front.png',
  'id-back.png',
  'income.pdf',
  'me.jpg',
];
const files = Object.fromEntries(FILES.map((name) => [`papers/${name}`, Buffer.from('%PDF-1.7')]));

/** Waits for the paper under the camera, and for what is said about its picture. */
async function live(page: Page): Promise<void> {
  await page.locator('.finder[data-state="live"]').waitFor();
  await page.locator('.checks .state--done').first().waitFor();
}

/** Presses the one strong action. */
const strong = (page: Page) => page.locator('.act .button--strong').click();

const scene = (name: string, rest: Omit<Scene, 'name' | 'family'>): Scene => ({
  name: `documents-${name}`,
  family: 'finish',
  needs: { procedures, media: openUsbPort().media },
  ...rest,
});

export const documentScenes: Scene[] = [
  scene('open', { enter: arrive }),
  scene('given', { enter: withEverything }),
  scene('missing', {
    async enter(city) {
      const { page } = await arrive(city);
      return ask(city.send, 'answerPage', { page, answers: {} });
    },
  }),
  scene('declare', {
    enter: arrive,
    onScreen: (page) => page.locator('.paper__ways .button').last().click(),
  }),
  scene('capture', {
    enter: async (city) => openCapture(city.send, await arrive(city), 'lease'),
    onScreen: live,
  }),
  scene('look', {
    enter: async (city) => openCapture(city.send, await arrive(city), 'lease'),
    async onScreen(page) {
      await live(page);
      await strong(page);
      await page.locator('.finder img').waitFor();
    },
  }),
  scene('pages', { enter: withPages, onScreen: live }),
  scene('camera-absent', {
    enter: withPages,
    async onScreen(page) {
      await page.locator('.finder[data-state="live"]').waitFor();
      // The plug is pulled: what the page sees of it is that its track has ended.
      await page.evaluate(() => {
        const stream = document.querySelector('video')?.srcObject;
        if (stream instanceof MediaStream)
          for (const track of stream.getTracks()) track.dispatchEvent(new Event('ended'));
      });
      await page.locator('.finder[data-state="unplugged"]').waitFor();
    },
  }),
  scene('usb-none', { needs: slot(), enter: atStick }),
  scene('usb-empty', {
    needs: slot((port) => port.plugIn('KINGSTON', { 'a.docx': Buffer.from('x') })),
    enter: atStick,
  }),
  scene('usb-files', { needs: slot((port) => port.plugIn('KINGSTON', files)), enter: atStick }),
  scene('usb-refused', {
    needs: slot((port) =>
      port.plugIn('KINGSTON', { ...files, 'papers/contract.pdf': noDocuments['a program of Windows'] }),
    ),
    async enter(city) {
      const view = await atStick(city);
      const file = view.files.find(({ name }) => name === 'contract.pdf') ?? view.files[0];
      return ask(city.send, 'takeFile', { page: view.page, file: file?.id ?? '' });
    },
  }),
  scene('receipt', {
    async enter(city) {
      let view = await withEverything(city);
      view = await photographAll(city.send, view, 'landlord-consent', [await jpeg()]);
      const check = await ask(city.send, 'answerPage', { page: view.page, answers: {} });
      const page = on(
        await ask(city.send, 'answerPage', { page: on(check, 'check').page, answers: {} }),
        'confirm',
      );
      return confirm(city.send, page);
    },
  }),
];
