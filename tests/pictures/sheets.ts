// Contact sheets: which screens stand on which, and how they are drawn.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LOCALES } from '../../domain/contract/text.ts';
import type { Scene } from '../stage.ts';
import { ORIENTATIONS, type Look, type Orientation } from './shots.ts';

export interface Shot {
  scene: Scene;
  look: Look;
  picture: Buffer;
}

/** Families that would not fit on a sheet with the rest of theirs, by what their scenes' names begin with. */
const OWN_SHEETS = ['identity', 'documents', 'keyboard'];

/** The screens that everybody passes: these are drawn in large type as well. */
const MAIN = new Set([
  'welcome',
  'matters',
  'guide',
  'identity-choose',
  'question-choice',
  'question-address',
  'list-filled',
  'documents-open',
  'check',
  'confirm',
  'receipt-held',
  'progress',
  'rating',
  'help-dialog',
]);

export function isMain({ name }: Scene): boolean {
  return MAIN.has(name);
}

/** The sheet a scene stands on: 'questions', 'identity'. */
export function sheetOf({ name, family }: Scene): string {
  return OWN_SHEETS.find((own) => name.startsWith(own)) ?? family;
}

const THUMBNAIL = 1 / 4;
const GAP = 16;
/** More side by side and a sheet is wider than a wall. */
const COLUMNS = 11;

/** Scenes side by side, a row for each language; when there are many, several bands of them. */
export async function drawSheet(shots: Shot[], orientation: Orientation): Promise<Buffer> {
  const names = [...new Set(shots.map(({ scene }) => scene.name))];
  const columns = Math.ceil(names.length / Math.ceil(names.length / COLUMNS));
  const { width, height } = ORIENTATIONS[orientation];
  const [w, h] = [width * THUMBNAIL + GAP, height * THUMBNAIL + GAP];
  const rows = Math.ceil(names.length / columns) * LOCALES.length;
  const canvas = createCanvas(columns * w + GAP, rows * h + GAP);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#8a8f98';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const { scene, look, picture } of shots) {
    const index = names.indexOf(scene.name);
    const row = Math.floor(index / columns) * LOCALES.length + LOCALES.indexOf(look.locale ?? 'zh-CN');
    const [x, y] = [GAP + (index % columns) * w, GAP + row * h];
    pen.drawImage(await loadImage(picture), x, y, w - GAP, h - GAP);
  }
  return canvas.encode('jpeg', 78);
}
