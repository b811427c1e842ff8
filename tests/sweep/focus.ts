// Whether the Tab key comes to every control of the page, and whether one sees where it is.
import type { Page } from 'playwright';

/** What one press of the Tab key came to. */
interface Stop {
  /** Which controls are served by this stop: radios of one group share one. */
  serves: number[];
  /** In words, if nothing shows that it has the focus. */
  unseen: string | null;
}

/** Once round and once more: whoever tabs on goes in circles. */
const ROUNDS = 2;

declare global {
  interface Window {
    sweptControls: HTMLElement[];
  }
}

/** Remembers what the page has to press and to type in. Returns them in words. */
function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, canvas[tabindex="0"]',
      ),
    ];
    window.sweptControls = all.filter((one) => {
      const seen = one.closest('label') ?? one;
      const { width, height } = seen.getBoundingClientRect();
      const isOff =
        one.matches(':disabled') || one.closest('[inert], [aria-hidden="true"], template') !== null;
      // What a field's own buttons do, the field does by its keys.
      return !isOff && width > 1 && height > 1 && one.tabIndex >= 0;
    });
    return window.sweptControls.map(
      (one) =>
        `${one.tagName.toLowerCase()}.${one.className} “${(one.innerText || one.getAttribute('aria-label') || '').trim().slice(0, 30)}”`,
    );
  });
}

function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return { serves: [], unseen: null };
    const sameGroup = (one: HTMLElement) =>
      one === focused ||
      (one instanceof HTMLInputElement &&
        focused instanceof HTMLInputElement &&
        one.type === 'radio' &&
        focused.type === 'radio' &&
        one.name === focused.name);
    const serves = window.sweptControls.flatMap((one, index) => (sameGroup(one) ? [index] : []));
    function isMarked(one: Element | null): boolean {
      if (one === null || one.matches('.question, .stage, .screen, .act, .aids, body')) return false;
      const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(one);
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return boxShadow !== 'none' || isOutlined || isMarked(one.parentElement);
    }
    const name = `${focused.tagName.toLowerCase()}.${focused.className} “${(focused.innerText || focused.getAttribute('aria-label') || '').trim().slice(0, 30)}”`;
    return { serves, unseen: isMarked(focused) ? null : name };
  });
}

/** Controls the Tab key never comes to, and stops at which nothing shows the focus. Leaves nothing focused. */
export async function wrongFocus(page: Page): Promise<string[]> {
  const controls = await controlsOf(page);
  const reached = new Set<number>();
  const unseen = new Set<string>();
  for (let tabs = 0; tabs < controls.length * ROUNDS + 5 && reached.size < controls.length; tabs += 1) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    for (const index of at.serves) reached.add(index);
    if (at.unseen !== null) unseen.add(at.unseen);
  }
  // Buttons that turn the page come and go: the focus itself has turned it.
  const here = await page.evaluate(() =>
    window.sweptControls.map((one) => one.isConnected && !one.matches(':disabled') && one.offsetWidth > 1),
  );
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const stage of document.querySelectorAll('.stage')) stage.scrollTop = 0;
  });
  const missed = controls.filter((_, index) => !reached.has(index) && here[index] === true);
  return [
    ...missed.map((name) => `Tab never comes to ${name}`),
    ...[...unseen].map((name) => `no focus is seen on ${name}`),
  ];
}
