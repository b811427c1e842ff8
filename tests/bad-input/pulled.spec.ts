// In a real Chromium: the camera is pulled out between the shutter and the press that keeps the picture. Nothing is half kept.
import { expect, test, type Page } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { enterScene } from '../pictures/shots.ts';
import { documentScenes } from '../scenes/documents.ts';
import { openStage } from '../stage.ts';
import { zh } from './on-screen.ts';

test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

const [opening] = documentScenes;

/** What a page sees of a camera that is pulled out: its tracks have ended, and nobody asked. */
async function pullCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const stream of (window as unknown as { streams: MediaStream[] }).streams)
      for (const track of stream.getTracks()) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
  });
}

async function rememberStreams(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const streams: MediaStream[] = [];
    Object.assign(window, { streams });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      streams.push(stream);
      return stream;
    };
  });
}

test('a camera pulled out with a picture not yet kept: the picture is kept whole or not at all, and it is said', async ({
  page,
}) => {
  if (opening?.needs === undefined) throw new Error('the first scene opens the list');
  await rememberStreams(page);
  const stage = await openStage(opening.needs);
  await enterScene(stage, page, opening, { orientation: 'portrait', locale: zh, size: 2, contrast: 'off' });
  const lease = page.locator('.paper', { hasText: '租赁合同' });
  await lease.getByRole('button', { name: texts.byCamera[zh] }).click();
  const live = page.locator('.finder[data-state="live"]');
  const strong = page.locator('.act .button--strong');
  await live.waitFor();
  await strong.click();
  await page.locator('.finder img').waitFor();
  await pullCamera(page);
  await strong.click();
  await expect(page.locator('.sheet')).toHaveCount(1);
  await expect(page.getByText(texts.cameraUnplugged[zh])).toBeVisible();
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await live.waitFor();
  await page.getByRole('button', { name: texts.enoughPages[zh] }).click();
  await expect(lease).toContainText('已交，1 页');
  await stage.close();
});
