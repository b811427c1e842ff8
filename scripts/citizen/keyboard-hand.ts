// Somebody who has only a keyboard: Tab, arrows, Space, Enter and letters.
import type { Locator, Page } from 'playwright';
import { offered, typeOver, type Hand } from './hand.ts';

/** Far more than any page has controls: whoever tabs longer goes round in circles. */
const MOST_TABS = 200;
/** More than any list has rows. */
const MOST_ARROWS = 60;

type Where = 'here' | 'in its group' | 'elsewhere';

/** Whether the focus is on this control; radios of one group share one stop of the Tab key. */
function focusAt(control: Locator): Promise<Where> {
  return control.evaluate((element): Where => {
    const { activeElement: focused } = document;
    if (focused === element) return 'here';
    const isGroup =
      element instanceof HTMLInputElement &&
      focused instanceof HTMLInputElement &&
      element.type === 'radio' &&
      focused.type === 'radio' &&
      focused.name === element.name;
    return isGroup ? 'in its group' : 'elsewhere';
  });
}

/** The word that the arrow keys have come to in a list of offers. */
function highlighted(field: Locator): Promise<string | null> {
  return field.evaluate(
    (box) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null,
  );
}

export function keyboardHand(page: Page): Hand {
  const { keyboard } = page;

  async function reach(control: Locator): Promise<Where> {
    await control.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      // A field that is passed may open its list of offers, which hides all else until the next Tab.
      const where = (await control.count()) === 0 ? 'elsewhere' : await focusAt(control);
      if (where !== 'elsewhere') return where;
      await keyboard.press('Tab');
    }
    throw new Error(`the Tab key never comes to ${control.toString()}`);
  }

  async function walkTo(word: string, field: Locator): Promise<void> {
    for (let rows = 0; rows < MOST_ARROWS; rows += 1) {
      if ((await highlighted(field)) === word) return;
      await keyboard.press('ArrowDown');
    }
    throw new Error(`the arrow keys never come to ${word}`);
  }

  return {
    async press(button) {
      await reach(button);
      await keyboard.press('Enter');
    },
    async choose(radio) {
      await reach(radio);
      for (let rows = 0; (await focusAt(radio)) !== 'here'; rows += 1) {
        if (rows > MOST_ARROWS) throw new Error(`the arrow keys never come to ${radio.toString()}`);
        await keyboard.press('ArrowDown');
      }
      if (!(await radio.isChecked())) await keyboard.press('Space');
    },
    async tick(checkbox, isWanted = true) {
      await reach(checkbox);
      if ((await checkbox.isChecked()) !== isWanted) await keyboard.press('Space');
    },
    async type(field, text) {
      await reach(field);
      await typeOver(field, text);
    },
    async pick(field, word) {
      await reach(field);
      if ((await field.inputValue()) !== word) {
        await typeOver(field, word);
        if ((await offered(field, word).count()) > 0) {
          await walkTo(word, field);
          await keyboard.press('Enter');
        }
      }
      // While a list of offers is open everything else is hidden from whoever listens; Tab closes it, and may open the next.
      do await keyboard.press('Tab');
      while ((await page.getByRole('listbox').count()) > 0);
    },
  };
}
