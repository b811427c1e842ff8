// `npm run pictures`: every screen in both languages and both orientations, as contact sheets in docs/pictures/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { LOCALES } from '../../domain/contract/text.ts';
import { buildScreens } from '../../scripts/build.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { openStage, play, scenes, type Scene, type Stage } from '../stage.ts';
import { drawSheet, isMain, sheetOf, type Shot } from './sheets.ts';
import { enterScene, openBrowser, ORIENTATIONS, takePicture, type Look, type Orientation } from './shots.ts';

const HELP = `npm run pictures -- [options]

  Draws every screen in both languages and both orientations, the main ones in large type as well.
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
const wanted = scenes.filter(({ name }) => values.scene === undefined || name.startsWith(values.scene));
if (wanted.length === 0) leave(`--scene: no scene is called ${values.scene}`, 2);
const out = resolve(values.out);
const orientations = Object.keys(ORIENTATIONS) as Orientation[];

const LARGE = 4 as const;

function looksOf(scene: Scene): Look[] {
  const sizes = values.scene === undefined && isMain(scene) ? ([size, LARGE] as const) : ([size] as const);
  return sizes.flatMap((one) =>
    orientations.flatMap((orientation) =>
      LOCALES.map((locale): Look => ({ orientation, locale, contrast, size: one })),
    ),
  );
}

/** Every look of one scene, each in a page of its own: the last one reloads itself when its session ends. */
async function shootScene(browser: Browser, common: Stage, scene: Scene): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const look of looksOf(scene)) {
    const page = await browser.newPage({ timezoneId: 'Asia/Shanghai' });
    await play(scene, common, async (stage) => {
      await enterScene(stage, page, scene, look);
      shots.push({ scene, look, picture: await takePicture(page) });
    });
    await page.close();
  }
  return shots;
}

async function shoot(): Promise<Shot[]> {
  const stage = await openStage({}, manualTime(new Date()));
  const browser = await openBrowser();
  const shots: Shot[] = [];
  try {
    for (const scene of wanted) {
      shots.push(...(await shootScene(browser, stage, scene)));
      console.log(`drawn  ${scene.name}`);
    }
  } finally {
    await browser.close();
    await stage.close();
  }
  return shots;
}

async function writeSheets(name: string, shots: Shot[]): Promise<void> {
  for (const orientation of orientations) {
    const some = shots.filter(({ look }) => look.orientation === orientation);
    writeFileSync(join(out, `${name}.${orientation}.jpg`), await drawSheet(some, orientation));
  }
}

await buildScreens();
mkdirSync(out, { recursive: true });
const shots = await shoot();
if (values.scene !== undefined) {
  for (const { scene, look, picture } of shots)
    writeFileSync(join(out, `${scene.name}.${look.orientation}.${look.locale}.png`), picture);
} else {
  const ordinary = shots.filter(({ look }) => look.size === size);
  for (const name of new Set(scenes.map(sheetOf)))
    await writeSheets(
      name,
      ordinary.filter(({ scene }) => sheetOf(scene) === name),
    );
  await writeSheets(
    'large-type',
    shots.filter(({ look }) => look.size === LARGE),
  );
}
