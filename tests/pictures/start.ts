// `npm run pictures`: every screen in both languages and both orientations, as contact sheets in docs/pictures/.
//   --scene NAME   only this scene (or all that begin so), full size
//   --size 1..4 --contrast off|dark|light   as the citizen may set them
//   --out DIR      where to (default docs/pictures)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LOCALES } from '../../domain/contract/text.ts';
import { buildScreens } from '../../scripts/build.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { openStage, scenes, type Scene } from '../stage.ts';
import { enterScene, openBrowser, ORIENTATIONS, takePicture, type Look, type Orientation } from './shots.ts';

const { values } = parseArgs({
  options: {
    scene: { type: 'string' },
    size: { type: 'string', default: '2' },
    contrast: { type: 'string', default: 'off' },
    out: { type: 'string', default: 'docs/pictures' },
  },
});
const appearance = {
  size: Number(values.size) as 1 | 2 | 3 | 4,
  contrast: values.contrast as 'off' | 'dark' | 'light',
};
const wanted = scenes.filter(({ name }) => values.scene === undefined || name.startsWith(values.scene));
const out = resolve(values.out);
const orientations = Object.keys(ORIENTATIONS) as Orientation[];

interface Shot {
  scene: Scene;
  look: Look;
  picture: Buffer;
}

async function shoot(): Promise<Shot[]> {
  const stage = await openStage({}, manualTime(new Date()));
  const browser = await openBrowser();
  const shots: Shot[] = [];
  try {
    for (const scene of wanted)
      for (const orientation of orientations)
        for (const locale of LOCALES) {
          const look = { orientation, locale, ...appearance };
          // Each in a page of its own: the last one reloads itself when its session ends.
          const page = await browser.newPage({ timezoneId: 'Asia/Shanghai' });
          await enterScene(stage, page, scene, look);
          shots.push({ scene, look, picture: await takePicture(page) });
          await page.close();
        }
  } finally {
    await browser.close();
    await stage.close();
  }
  return shots;
}

const THUMBNAIL = 1 / 4;
const GAP = 16;

/** One sheet: scenes side by side, one row a language. */
async function sheetOf(shots: Shot[], orientation: Orientation): Promise<Buffer> {
  const names = [...new Set(shots.map(({ scene }) => scene.name))];
  const { width, height } = ORIENTATIONS[orientation];
  const [w, h] = [width * THUMBNAIL, height * THUMBNAIL];
  const canvas = createCanvas(names.length * (w + GAP) + GAP, LOCALES.length * (h + GAP) + GAP);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#8a8f98';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const { scene, look, picture } of shots) {
    const column = names.indexOf(scene.name);
    const row = LOCALES.indexOf(look.locale ?? 'zh-CN');
    pen.drawImage(await loadImage(picture), GAP + column * (w + GAP), GAP + row * (h + GAP), w, h);
  }
  return canvas.encode('jpeg', 82);
}

await buildScreens();
mkdirSync(out, { recursive: true });
const shots = await shoot();
if (values.scene !== undefined) {
  for (const { scene, look, picture } of shots)
    writeFileSync(join(out, `${scene.name}.${look.orientation}.${look.locale}.png`), picture);
} else {
  for (const family of new Set(scenes.map((scene) => scene.family)))
    for (const orientation of orientations) {
      const some = shots.filter(
        ({ scene, look }) => scene.family === family && look.orientation === orientation,
      );
      writeFileSync(join(out, `${family}.${orientation}.jpg`), await sheetOf(some, orientation));
    }
}
