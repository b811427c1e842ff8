// Somebody who has only a keyboard, and looks every page over before turning it: as it is when it comes, and as it is when
// it is filled in.
import type { Page } from 'playwright';
import { keyboardHand } from '../../scripts/citizen/keyboard-hand.ts';
import type { Hand } from '../../scripts/citizen/hand.ts';

/** One page, and what is wrong with it. */
export interface Swept {
  page: string;
  wrong: string[];
}

/** A page is another one when its words or its controls are. */
function signatureOf(page: Page): Promise<{ name: string; signature: string }> {
  return page.evaluate(() => {
    const screen = document.querySelector('.screen');
    const kind = /screen--(\S+)/.exec(screen?.className ?? '')?.[1] ?? '';
    const title = document.querySelector('h1')?.textContent ?? '';
    const controls = document.querySelectorAll('button, input').length;
    const wrong = document.querySelectorAll('.summary').length === 0 ? '' : ', with what is missing';
    return { name: `${kind} “${title.trim()}”${wrong}`, signature: `${kind} ${title} ${controls}${wrong}` };
  });
}

/** `settled` waits until the page has come to rest; what it looks over is told to `onPage`. */
export function sweepingHand(
  page: Page,
  lookOver: (page: Page) => Promise<string[]>,
  onPage: (swept: Swept) => void,
): Hand & { lookNow(): Promise<void> } {
  const seen = new Set<string>();
  const hand = keyboardHand(page);

  async function lookNow(): Promise<void> {
    const { name, signature } = await signatureOf(page);
    if (seen.has(signature)) return;
    seen.add(signature);
    onPage({ page: name, wrong: await lookOver(page) });
  }

  /** Before whatever is done the page is looked at as it then is. */
  function looking<Rest extends unknown[]>(act: (...rest: Rest) => Promise<void>) {
    return async (...rest: Rest): Promise<void> => {
      await lookNow();
      await act(...rest);
    };
  }

  return {
    lookNow,
    press: looking(hand.press),
    choose: looking(hand.choose),
    tick: looking(hand.tick),
    type: looking(hand.type),
    pick: looking(hand.pick),
  };
}
