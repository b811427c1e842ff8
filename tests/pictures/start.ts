// `npm run pictures`: every screen in both languages and both orientations, as contact sheets in docs/pictures/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LOCALES } from '../../domain/contract/text.ts';
import { buildScreens } from '../../scripts/build.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { openStage, play, scenes, type Scene } from '../stage.ts';
import { enterScene, openBrowser, ORIENTATIONS, takePicture, type Look, type Orientation } from './shots.ts';

const HELP = `npm run pictures -- [options]

  Draws every screen in both languages and both orientations.
  --scene NAME   only this scene, or all that begin so, full size
  --size N       text size, 1 to 4 (default 2)
  --contrast C   off, dark or light (default off)
  --out DIR      where to (default docs/pictures)
  --help`;

const SIZES = [1, 2, 3, 4] as const;
const CONTRASTS = ['off', 'dark', 'light'] as const;

function leave(sentence: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(sentence);
  process.exit(code);
}

function argumentsOf() {
  try {
    return parseArgs({
      options: {
        scene: { type: 'string' },
        size: { type: 'string', default: '2' },
        contrast: { type: 'string', default: 'off' },
        out: { type: 'string', default: 'docs/pictures' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

const values = argumentsOf();
if (values.help) leave(HELP, 0);
const size = SIZES.find((one) => String(one) === values.size) ?? leave('--size: 1 to 4', 2);
const contrast =
  CONTRASTS.find((one) => one === values.contrast) ?? leave('--contrast: off, dark or light', 2);
const appearance = { size, contrast };
const wanted = scenes.filter(({ name }) => values.scene === undefined || name.startsWith(values.scene));
if (wanted.length === 0) leave(`--scene: no scene is called ${values.scene}`, 2);
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
          await play(scene, stage, async (here) => {
            await enterScene(here, page, scene, look);
            shots.push({ scene, look, picture: await takePicture(page) });
          });
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
