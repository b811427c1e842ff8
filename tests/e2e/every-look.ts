// A screen in every look a citizen may ask for: text sizes, upright and wide, the usual colours and both strong contrasts.
import type { Page } from 'playwright';
import { ORIENTATIONS, type Orientation } from '../pictures/shots.ts';
import { cutNumbers, faintText, stickingOut, wrongTargets } from './measures.ts';

/** CSS px: what a finger can hit, and what keeps it from hitting the next. */
const LEAST_TARGET = 60;
const LEAST_GAP = 8;
/** To 1: information is darker than WCAG's AAA asks. */
const LEAST_CONTRAST = 10;
const SIZES = [2, 3, 4] as const;
type Size = (typeof SIZES)[number];

/** Marks the page as the screen itself does when the citizen asks for larger text. */
export async function enlarge(page: Page, size: Size): Promise<void> {
  await page.evaluate((to) => {
    document.documentElement.dataset['size'] = String(to);
    document.documentElement.toggleAttribute('data-elder', to >= 3);
  }, size);
}

/** Letters that are hard to read, in the colours that come unasked and in both that the citizen may ask for. */
export async function faintAtAnyContrast(page: Page): Promise<string[]> {
  const faint: string[] = [];
  for (const contrast of ['dark', 'light', null]) {
    await page.evaluate((to) => {
      document.documentElement.toggleAttribute('data-contrast', to !== null);
      if (to !== null) document.documentElement.dataset['contrast'] = to;
    }, contrast);
    faint.push(...(await faintText(page, LEAST_CONTRAST)).map((words) => `${contrast ?? 'usual'}: ${words}`));
  }
  return faint;
}

/**
 * Everything that is wrong with the screen as a surface, at every text size, upright and wide; `more` is measured there as
 * well. Leaves the page upright, at the usual size.
 */
export async function wrongAtAnySize(
  page: Page,
  more: (size: Size) => Promise<string[]> = async () => [],
): Promise<string[]> {
  const wrong: string[] = [];
  for (const orientation of Object.keys(ORIENTATIONS) as Orientation[]) {
    await page.setViewportSize(ORIENTATIONS[orientation]);
    for (const size of SIZES) {
      await enlarge(page, size);
      const found = [
        ...(await wrongTargets(page, LEAST_TARGET, LEAST_GAP)),
        ...(await stickingOut(page)).map((part) => `sticks out ${part}`),
        ...(await cutNumbers(page)).map((number) => `cut ${number}`),
        ...(await more(size)),
      ];
      wrong.push(...found.map((words) => `${orientation} ${size}: ${words}`));
    }
  }
  await page.setViewportSize(ORIENTATIONS.portrait);
  await enlarge(page, 2);
  return wrong;
}
