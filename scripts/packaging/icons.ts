// Draws the program's icon in every size Linux and Windows ask for.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { iconFile } from './ico.ts';
import { ROOT } from './stage-app.ts';

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Up to this size thin lines would blur: another drawing is used. */
const SMALL = 32;

async function draw(size: number): Promise<Canvas> {
  const file = size <= SMALL ? 'icon-small.svg' : 'icon.svg';
  const image = await loadImage(readFileSync(join(ROOT, 'packaging', 'icons', file)));
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas;
}

/** Fills the folder with `SIZExSIZE.png` for Linux and `icon.ico` for Windows. */
export async function drawIcons(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const size of LINUX_SIZES)
    writeFileSync(join(folder, `${size}x${size}.png`), (await draw(size)).toBuffer('image/png'));
  const pictures = await Promise.all(
    WINDOWS_SIZES.map(async (size) => {
      const canvas = await draw(size);
      const { data } = canvas.getContext('2d').getImageData(0, 0, size, size);
      return { size, png: canvas.toBuffer('image/png'), rgba: data };
    }),
  );
  writeFileSync(join(folder, 'icon.ico'), iconFile(pictures));
}
