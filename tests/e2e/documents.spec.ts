// Somebody hands documents in: by the camera, from a stick, with second thoughts; and the camera goes wrong under their hands.
import { expect, test, type Page } from 'playwright/test';
import { texts } from '../../renderer/text/texts.ts';
import { jpeg, noDocuments, pdf } from '../builders/files.ts';
import { openUsbPort, type UsbPort } from '../fakes/usb-port.ts';
import { enterScene } from '../pictures/shots.ts';
import { documentScenes } from '../scenes/documents.ts';
import { openStage, type Stage } from '../stage.ts';
import { complaintsOf } from './watch.ts';

test.describe.configure({ mode: 'parallel' });
test.use({ actionTimeout: 10_000, contextOptions: { reducedMotion: 'reduce' } });

const [opening] = documentScenes;
if (opening?.needs === undefined) throw new Error('the first scene opens the list');

/** A kiosk whose citizen stands before the list of documents. */
async function atDocuments(page: Page): Promise<{ stage: Stage; port: UsbPort }> {
  const port = openUsbPort();
  const stage = await openStage({ ...opening?.needs, media: port.media });
  const locale = 'zh-CN' as const;
  await enterScene(stage, page, opening as never, {
    orientation: 'portrait',
    locale,
    size: 2,
    contrast: 'off',
  });
  return { stage, port };
}

const say = (text: { 'zh-CN': string }) => text['zh-CN'];
const row = (page: Page, title: string) => page.locator('.paper', { hasText: title });
const strong = (page: Page) => page.locator('.act .button--strong');
const finder = (page: Page, state: string) => page.locator(`.finder[data-state="${state}"]`);

/** Photographs one page and keeps it. */
async function photograph(page: Page): Promise<void> {
  await finder(page, 'live').waitFor();
  await strong(page).click();
  await expect(page.locator('.finder img')).toBeVisible();
  await strong(page).click();
  await finder(page, 'live').waitFor();
}

/** Whether any camera the page has ever opened still films. */
const isFilming = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { streams: MediaStream[] }).streams.some((stream) =>
      stream.getTracks().some(({ readyState }) => readyState === 'live'),
    ),
  );

/** Remembers every stream, so that none can live on unseen. */
async function watchStreams(page: Page): Promise<void> {
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

test('photographs two pages, takes one again, takes one out, and hands in what is left', async ({ page }) => {
  const complaints = await complaintsOf(page);
  await watchStreams(page);
  const { stage } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byCamera) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('拍租赁合同，第 1 页');
  await finder(page, 'live').waitFor();
  await expect(page.getByText(say(texts.lightGood))).toBeVisible();
  await expect(page.getByText(say(texts.sharpGood))).toBeVisible();
  await strong(page).click();
  await page.getByRole('button', { name: say(texts.retake) }).click();
  await photograph(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('拍租赁合同，第 2 页');
  await photograph(page);
  await expect(page.locator('.sheet')).toHaveCount(2);
  await page.getByRole('button', { name: `${say(texts.removePage)} 第 1 页` }).click();
  await expect(page.locator('.sheet')).toHaveCount(1);
  expect(await isFilming(page)).toBe(true);
  await page.getByRole('button', { name: say(texts.enoughPages) }).click();
  await expect(row(page, '租赁合同')).toContainText('已交，1 页');
  expect(await isFilming(page)).toBe(false);
  expect(complaints).toEqual([]);
  await stage.close();
});

test('a double press keeps one page, and three pages are all there is room for', async ({ page }) => {
  const { stage } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byCamera) })
    .click();
  for (let taken = 1; taken <= 3; taken += 1) {
    await finder(page, 'live').waitFor();
    await strong(page).click();
    await page.locator('.finder img').waitFor();
    await strong(page).dblclick();
    await expect(page.locator('.sheet')).toHaveCount(taken);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('租赁合同，3 页都拍好了');
  await strong(page).click();
  await expect(row(page, '租赁合同')).toContainText('已交，3 页');
  await stage.close();
});

test('a camera that is pulled out in the middle says so, keeps what was taken, and goes on when it is back', async ({
  page,
}) => {
  const { stage } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byCamera) })
    .click();
  await photograph(page);
  await page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject;
    // What a page sees of it: its track has ended, and nobody asked.
    if (stream instanceof MediaStream)
      for (const track of stream.getTracks()) track.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByText(say(texts.cameraUnplugged))).toBeVisible();
  await expect(page.locator('.sheet')).toHaveCount(1);
  await expect(strong(page)).toHaveText(say(texts.cameraAgain));
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await finder(page, 'live').waitFor();
  await photograph(page);
  await expect(page.locator('.sheet')).toHaveCount(2);
  await stage.close();
});

for (const [name, fault, words] of [
  ['absent', 'NotFoundError', texts.cameraAbsent],
  ['busy', 'NotReadableError', texts.cameraBusy],
  ['refused', 'NotAllowedError', texts.cameraDenied],
] as const)
  test(`a camera that is ${name} says so and names the other ways`, async ({ page }) => {
    await page.addInitScript((thrown) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', thrown));
    }, fault);
    const { stage } = await atDocuments(page);
    await row(page, '租赁合同')
      .getByRole('button', { name: say(texts.byCamera) })
      .click();
    await expect(page.getByRole('alert').filter({ hasText: say(words) })).toContainText(
      say(texts.cameraOtherWays),
    );
    await page.getByRole('button', { name: say(texts.followInstead) }).click();
    await expect(row(page, '租赁合同')).toContainText('前');
    await stage.close();
  });

test('a camera that shows nothing but black says so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 480;
      const pen = canvas.getContext('2d');
      setInterval(() => pen?.fillRect(0, 0, 640, 480), 100);
      return canvas.captureStream(10);
    };
  });
  const { stage } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byCamera) })
    .click();
  await expect(page.getByText(say(texts.cameraBlack))).toBeVisible();
  await stage.close();
});

test('leaving in the middle of a photograph stops the camera and clears everything', async ({ page }) => {
  await watchStreams(page);
  const { stage } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byCamera) })
    .click();
  await finder(page, 'live').waitFor();
  await strong(page).click();
  await page.locator('.finder img').waitFor();
  await page.locator('.aids .aid').last().click();
  await page.getByRole('alertdialog').locator('.button--strong').click();
  await expect(page.locator('.screen--welcome')).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('video, img[src^="blob:"]').length)).toBe(0);
  await stage.close();
});

test('chooses from a stick that is plugged in meanwhile, is told why not, and takes another', async ({
  page,
}) => {
  const { stage, port } = await atDocuments(page);
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byUsb) })
    .click();
  await expect(page.getByText(say(texts.usbNone))).toBeVisible();
  port.plugIn('KINGSTON', {
    '合同.pdf': noDocuments['a program of Windows'],
    '租约.pdf': await pdf(2),
    '一.jpg': await jpeg(),
  });
  await expect(page.locator('.file')).toHaveCount(3);
  await page.locator('.file', { hasText: '合同.pdf' }).getByRole('button').click();
  await expect(page.getByText('这是一个程序，不是材料，不能收。')).toBeVisible();
  await page.locator('.file', { hasText: '租约.pdf' }).getByRole('button').click();
  await expect(row(page, '租赁合同')).toContainText('已交，2 页');
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.undoGift) })
    .click();
  await expect(row(page, '租赁合同')).toContainText('前');
  await stage.close();
});

test('a stick that is pulled out says so; its list goes, and comes again with it', async ({ page }) => {
  const { stage, port } = await atDocuments(page);
  port.plugIn('KINGSTON', { '一.jpg': await jpeg() });
  await row(page, '租赁合同')
    .getByRole('button', { name: say(texts.byUsb) })
    .click();
  await expect(page.locator('.file')).toHaveCount(1);
  port.pullOut('KINGSTON');
  await expect(page.getByText(say(texts.usbNone))).toBeVisible();
  port.plugIn('KINGSTON', { '二.jpg': await jpeg() });
  await expect(page.locator('.file')).toContainText('二.jpg');
  await stage.close();
});

test('works by keyboard alone: opens the camera, takes a page, keeps it, goes on', async ({ page }) => {
  const { stage } = await atDocuments(page);
  const camera = row(page, '租赁合同').getByRole('button', { name: say(texts.byCamera) });
  await camera.focus();
  await page.keyboard.press('Enter');
  await finder(page, 'live').waitFor();
  await strong(page).focus();
  await page.keyboard.press('Enter');
  await page.locator('.finder img').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.locator('.sheet')).toHaveCount(1);
  await page.getByRole('button', { name: say(texts.enoughPages) }).focus();
  await page.keyboard.press('Space');
  await expect(row(page, '租赁合同')).toContainText('已交，1 页');
  await stage.close();
});
