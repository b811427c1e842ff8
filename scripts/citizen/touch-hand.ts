// Somebody who touches the screen. Letters alone come from a physical keyboard.
import type { Locator, Page } from 'playwright';
import { offered, typeOver, type Hand } from './hand.ts';

/** Pages of the longest page. */
const MOST_TURNS = 40;

type Where = 'in sight' | 'above' | 'below';

/** Where a control lies: the middle of a page scrolls, all around it stands still. */
function placeOf(control: Locator): Promise<Where> {
  return control.evaluate((element): Where => {
    const stage = element.closest('.stage')?.getBoundingClientRect();
    if (stage === undefined) return 'in sight';
    const { top, bottom } = element.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    if (middle < stage.top) return 'above';
    return middle > stage.bottom ? 'below' : 'in sight';
  });
}

export function touchHand(page: Page): Hand {
  /** Turns the page as its own buttons do, until the control can be seen. */
  async function seek(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' });
    for (let turns = 0; turns < MOST_TURNS; turns += 1) {
      const place = await placeOf(control);
      if (place === 'in sight') return;
      const turner = page.locator('.turner .turn');
      await (place === 'below' ? turner.last() : turner.first()).tap();
    }
    throw new Error(`turning the page never shows ${control.toString()}`);
  }

  async function touch(control: Locator): Promise<void> {
    await seek(control);
    await control.tap();
  }

  /** The row that can be touched: the native control in it is hidden. */
  function rowOf(control: Locator): Locator {
    return control.locator('xpath=ancestor::label');
  }

  return {
    press: touch,
    async choose(radio) {
      if (!(await radio.isChecked())) await touch(rowOf(radio));
    },
    async tick(checkbox, isWanted = true) {
      if ((await checkbox.isChecked()) !== isWanted) await touch(rowOf(checkbox));
    },
    async type(field, text) {
      await touch(field);
      await typeOver(field, text);
    },
    async pick(field, word) {
      if ((await field.inputValue()) === word) return;
      await touch(field);
      await typeOver(field, word);
      if ((await offered(field, word).count()) > 0) await offered(field, word).tap();
    },
  };
}
