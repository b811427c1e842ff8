// A document camera with a sheet of paper under it: Chromium's own fake device, showing a film of two frames.
import { mkdirSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { sheetCanvas } from '../builders/files.ts';

const [WIDTH, HEIGHT] = [1280, 960];

/** What the camera sees: a dark table, a sheet that lies a little askew. */
function table(): Uint8ClampedArray {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#39424e';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.rotate(-0.03);
  pen.drawImage(sheetCanvas(600, 850), -300, -425);
  return pen.getImageData(0, 0, WIDTH, HEIGHT).data;
}

/** One frame in the form of a Y4M film: brightness of every dot, then both colours of every second. */
function frameOf(dots: Uint8ClampedArray): Buffer {
  const [bright, blue, red] = [WIDTH * HEIGHT, (WIDTH * HEIGHT) / 4, (WIDTH * HEIGHT) / 4].map((size) =>
    Buffer.alloc(size),
  ) as [Buffer, Buffer, Buffer];
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const at = (y * WIDTH + x) * 4;
      const [r = 0, g = 0, b = 0] = dots.subarray(at, at + 3);
      bright[y * WIDTH + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if (x % 2 === 1 || y % 2 === 1) continue;
      const half = (y / 2) * (WIDTH / 2) + x / 2;
      blue[half] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      red[half] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  return Buffer.concat([Buffer.from('FRAME\n'), bright, blue, red]);
}

/** Switches with which Chromium has this camera, and asks nobody whether it may be used. */
export function paperCamera(): string[] {
  const folder = join(tmpdir(), 'onewindow-paper-camera');
  const film = join(folder, 'sheet.y4m');
  if (!existsSync(film)) {
    mkdirSync(folder, { recursive: true });
    const frame = frameOf(table());
    writeFileSync(
      film,
      Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
    );
  }
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ];
}
