// A screen in every look a citizen may ask for: text sizes, upright and wide, low reach, the usual colours and both strong
// contrasts.
import type { Page } from 'playwright';
import { ORIENTATIONS, type Orientation } from '../pictures/shots.ts';
import { cutNumbers, faintText, outOfReach, stickingOut, wrongTargets } from './measures.ts';

/** CSS px: what keeps a finger from hitting the next target. */
const LEAST_GAP = 8;
/** To 1: information is darker than WCAG's AAA asks. */
const LEAST_CONTRAST = 10;

/** In the hall everything is for a finger. A clerk sits close, with keys and a mouse, and may ask for the hall's sizes. */
const SIZES = { hall: [2, 3, 4], counter: [1, 3] } as const;
export type Size = (typeof SIZES)['hall' | 'counter'][number];

/** CSS px a side, of what can be hit. */
const LEAST_TARGET: Record<Size, number> = { 1: 44, 2: 60, 3: 60, 4: 60 };

function sizesOf(page: Page): Promise<readonly Size[]> {
  return page
    .evaluate(() => document.documentElement.dataset['density'] === 'desk')
    .then((isCounter) => (isCounter ? SIZES.counter : SIZES.hall));
}

/** What a citizen may ask for beside the language. */
export interface Look {
  orientation: Orientation;
  size: Size;
  contrast: 'dark' | 'light' | null;
  isLow: boolean;
  /** Twice as large as what comes unasked: more than the kiosk offers, and still nothing is lost (WCAG 1.4.4). */
  isTwice: boolean;
}

/** CSS px of the usual size, upright. */
const USUAL_TEXT = { note: 24, body: 28, lead: 36, title: 56, number: 64 };

/**
 * Every size in the usual colours; the elder sizes in a strong contrast too, whose thicker borders want room; every size with
 * the controls brought down, which only an upright panel does.
 */
function looksOf(sizes: readonly Size[]): Look[] {
  const isHall = sizes.includes(2);
  return sizes.flatMap((size) =>
    (Object.keys(ORIENTATIONS) as Orientation[]).flatMap((orientation): Look[] => {
      const usual = { orientation, size, contrast: null, isLow: false, isTwice: false };
      return [
        usual,
        ...(size >= 3 ? [{ ...usual, contrast: 'dark' as const }] : []),
        ...(isHall && orientation === 'portrait' ? [{ ...usual, isLow: true }] : []),
        ...(size === 4 ? [{ ...usual, isTwice: true }] : []),
      ];
    }),
  );
}

function inWords({ orientation, size, contrast, isLow, isTwice }: Look): string {
  const parts = [orientation, size, contrast, isLow ? 'low' : null, isTwice ? 'twice' : null];
  return parts.filter((part) => part !== null).join(' ');
}

/**
 * The looks that leave least room: as it comes, wide in thick borders, the largest text brought low, and twice the usual.
 * What breaks a page breaks one of these; all fifteen are for who has minutes.
 */
const TIGHT = [
  'portrait 1',
  'portrait 2',
  'landscape 3 dark',
  'portrait 4 low',
  'portrait 4 twice',
  'landscape 4 dark',
];

export function isTight(look: Look): boolean {
  return TIGHT.includes(inWords(look));
}

/** More presses than the sizes go round. */
const MOST_PRESSES = 4;

/**
 * Asks for text of this size, as somebody does: larger text comes in plainer words. A page without a button for it, or one
 * that a question covers, is only marked.
 */
async function enlarge(page: Page, size: Size): Promise<void> {
  await page.evaluate(
    async ({ size, most }) => {
      const { documentElement: root } = document;
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      const isThere = () => root.dataset['size'] === String(size);
      for (let presses = 0; presses < most && !isThere(); presses += 1) {
        const before = root.dataset['size'];
        const button = document.querySelector<HTMLElement>('.aid--size');
        if (button === null || button.closest('[inert], [aria-hidden="true"]') !== null) break;
        button.click();
        // Two seconds: the kiosk answers in some milliseconds.
        for (let frames = 0; frames < 120 && root.dataset['size'] === before; frames += 1) await frame();
      }
      root.dataset['size'] = String(size);
      root.toggleAttribute('data-elder', size >= 3);
    },
    { size, most: MOST_PRESSES },
  );
}

/** Marks the page as the screen itself does when the citizen asks for it, and lets it come to rest. */
async function mark(
  page: Page,
  { contrast, isLow, isTwice }: Pick<Look, 'contrast' | 'isLow' | 'isTwice'>,
): Promise<void> {
  await page.evaluate(
    async ({ contrast, isLow, isTwice, usual }) => {
      const { dataset, style } = document.documentElement;
      for (const [step, px] of Object.entries(usual))
        if (isTwice) style.setProperty(`--text-${step}`, `${px * 2}px`);
        else style.removeProperty(`--text-${step}`);
      if (contrast === null) delete dataset['contrast'];
      else dataset['contrast'] = contrast;
      if (isLow) dataset['reach'] = 'low';
      else delete dataset['reach'];
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      await frame();
      await frame();
    },
    { contrast, isLow, isTwice, usual: USUAL_TEXT },
  );
}

/** What comes unasked. */
const UNASKED = { contrast: null, isLow: false, isTwice: false };

/** Letters that are hard to read, in the colours that come unasked and in both that the citizen may ask for. */
export async function faintAtAnyContrast(page: Page): Promise<string[]> {
  const faint: string[] = [];
  for (const contrast of ['dark', 'light', null] as const) {
    await mark(page, { ...UNASKED, contrast });
    faint.push(...(await faintText(page, LEAST_CONTRAST)).map((words) => `${contrast ?? 'usual'}: ${words}`));
  }
  return faint;
}

/** Share of an upright panel's height, from above, that somebody who sits does not reach. */
const OUT_OF_REACH = 0.4;

export interface AtAnySize {
  /** Measured in each look as well. */
  more?: (size: Size) => Promise<string[]>;
  /** Which looks; all unless it is given. */
  among?: (look: Look) => boolean;
}

/** Everything that is wrong with the screen as a surface, in every look. Leaves the page upright, at its usual size. */
export async function wrongAtAnySize(
  page: Page,
  { more = async () => [], among = () => true }: AtAnySize = {},
): Promise<string[]> {
  const wrong: string[] = [];
  const sizes = await sizesOf(page);
  for (const look of looksOf(sizes).filter(among)) {
    await page.setViewportSize(ORIENTATIONS[look.orientation]);
    await enlarge(page, look.size);
    await mark(page, look);
    const found = [
      ...(await wrongTargets(page, LEAST_TARGET[look.size], LEAST_GAP)),
      ...(await stickingOut(page)).map((part) => `sticks out ${part}`),
      ...(await cutNumbers(page)).map((number) => `cut ${number}`),
      ...(look.isLow ? await outOfReach(page, OUT_OF_REACH) : []),
      ...(await more(look.size)),
    ];
    wrong.push(...found.map((words) => `${inWords(look)}: ${words}`));
  }
  await page.setViewportSize(ORIENTATIONS.portrait);
  await enlarge(page, sizes[0] ?? 2);
  await mark(page, UNASKED);
  return wrong;
}
