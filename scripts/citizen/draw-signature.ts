// Signs on the pad with a mouse, as a finger would: three strokes.
import type { Page } from 'playwright';

const STROKES = [
  [
    [0.2, 0.3],
    [0.25, 0.7],
    [0.3, 0.4],
  ],
  [
    [0.4, 0.3],
    [0.5, 0.35],
    [0.42, 0.7],
    [0.52, 0.68],
  ],
  [
    [0.65, 0.25],
    [0.62, 0.75],
    [0.75, 0.5],
    [0.8, 0.72],
  ],
];

export async function drawSignature(page: Page): Promise<void> {
  const pad = page.locator('.pad canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('there is no pad to sign on');
  for (const [first, ...rest] of STROKES) {
    const to = ([x = 0, y = 0]: number[] = []) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...to(first));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...to(point), { steps: 12 });
    await page.mouse.up();
  }
  await page.locator('.pad .button').waitFor();
}
