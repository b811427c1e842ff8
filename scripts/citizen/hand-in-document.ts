// What may not follow is photographed; what may follow follows.
import { documentTexts } from '../../renderer/text/documents.ts';
import { said } from '../../ui/said.ts';
import { button, onward, turn, type Errand } from './errand.ts';

/** More than any application needs at once. */
const MOST_DOCUMENTS = 20;

export async function handInNeeded(errand: Errand): Promise<void> {
  const { page, locale } = errand;
  const needed = page.locator('.paper:has(.state--wrong)');
  for (let documents = 0; (await needed.count()) > 0; documents += 1) {
    if (documents > MOST_DOCUMENTS) throw new Error('the documents are never all here');
    const byCamera = needed.first().getByRole('button', { name: said(documentTexts.byCamera, locale) });
    await turn(errand, byCamera);
    await photograph(errand);
  }
}

/** One page, taken and kept. */
async function photograph(errand: Errand): Promise<void> {
  const { page, hand } = errand;
  await page.locator('.finder[data-state="live"]').waitFor();
  await hand.press(onward(page));
  await page.locator('.finder[data-state="taken"]').waitFor();
  await hand.press(onward(page));
  await page.locator('.finder:not([data-state="taken"])').waitFor();
  await turn(errand, button(errand, documentTexts.enoughPages));
}
