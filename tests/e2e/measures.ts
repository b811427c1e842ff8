// Measures of a screen, taken in the page: targets a finger can hit, what sticks out, how dark the letters are.
import type { Page } from 'playwright/test';

/** What is wrong with the targets on the page, in words: smaller than `least` CSS px a side, or nearer than `gap`. */
export function wrongTargets(page: Page, least: number, gap: number): Promise<string[]> {
  return page.evaluate(
    ({ least, gap }) => {
      const SLACK = 0.5;
      const controls = 'button, a[href], input, select, textarea, [role="option"], [tabindex="0"]';

      /** A native radio or checkbox is hidden: its row is what can be hit; a field's box surrounds its input. */
      function targetOf(control: Element): Element {
        if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
          return control.closest('label') ?? control;
        return control;
      }

      const name = (target: Element) =>
        `${target.tagName.toLowerCase()}.${target.className.toString()} “${(target.textContent ?? '').trim().slice(0, 30)}”`;
      /** Buttons that only screen readers find, such as the one that closes a list of offers. */
      function isUnseen(control: Element | null): boolean {
        if (control === null) return false;
        return getComputedStyle(control).clipPath !== 'none' || isUnseen(control.parentElement);
      }
      function scrollerOf(one: Element | null): Element | null {
        if (one === null || one.matches('.stage')) return one;
        const isScroller = ['auto', 'scroll'].includes(getComputedStyle(one).overflowY);
        return isScroller ? one : scrollerOf(one.parentElement);
      }
      const all = [...document.querySelectorAll(controls)]
        .map(targetOf)
        .filter(
          (target) => target.closest('[inert], [aria-hidden="true"], template') === null && !isUnseen(target),
        );
      const targets = [...new Set(all)]
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height > 0);

      const small = targets
        .filter(({ box }) => box.width + SLACK < least || box.height + SLACK < least)
        .map(({ target, box }) => `small ${Math.round(box.width)}×${Math.round(box.height)} ${name(target)}`);

      const near: string[] = [];
      for (const [index, { target, box }] of targets.entries())
        for (const other of targets.slice(index + 1)) {
          if (target.contains(other.target) || other.target.contains(target)) continue;
          // What scrolls goes under what stands still: only targets of the same part of the page can be too near.
          if (scrollerOf(target) !== scrollerOf(other.target)) continue;
          const across = Math.max(other.box.left - box.right, box.left - other.box.right);
          const down = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
          if (Math.max(across, down) + SLACK < gap)
            near.push(`near ${Math.max(across, down).toFixed(1)} ${name(target)} | ${name(other.target)}`);
        }
      return [...small, ...near];
    },
    { least, gap },
  );
}

/** Controls in sight that begin in the upper `share` of the screen. While somebody types, what is typed into is not touched. */
export function outOfReach(page: Page, share: number): Promise<string[]> {
  return page.evaluate((share) => {
    const edge = document.documentElement.clientHeight * share;
    /** Where what is seen of it begins: the page's room covers the rest. null: nothing is seen. */
    function seenFrom(one: Element): number | null {
      const { top, bottom, width } = one.getBoundingClientRect();
      const room = one.closest('.stage')?.getBoundingClientRect();
      const isCovered = room !== undefined && (bottom <= room.top || top >= room.bottom);
      const isIdle = one.closest('[inert], [aria-hidden="true"]') !== null;
      return width <= 1 || bottom <= 0 || isCovered || isIdle ? null : Math.max(top, room?.top ?? top);
    }
    const isTyping = document.querySelector('.keys') !== null;
    return [...document.querySelectorAll('button, a[href], input, [tabindex="0"]')]
      .filter((one) => !isTyping || one.closest('.stage') === null)
      .map((one) => one.closest('label') ?? one)
      .filter((one) => (seenFrom(one) ?? edge) < edge - 1)
      .map(
        (one) => `out of reach ${one.className.toString()} “${(one.textContent ?? '').trim().slice(0, 30)}”`,
      );
  }, share);
}

/** Parts of the page that are wider than their room, or out of sight without a way to turn or scroll to them. What ends in
 *  an ellipsis on purpose does not count. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
    function isCut(one: Element | null): boolean {
      if (one === null) return false;
      const { clipPath, textOverflow } = getComputedStyle(one);
      return clipPath !== 'none' || textOverflow === 'ellipsis' || isCut(one.parentElement);
    }
    /** Citizens turn pages; the counter's lists scroll. */
    function canBeTurnedTo(one: Element | null): boolean {
      if (one === null) return false;
      const { overflowY } = getComputedStyle(one);
      return (
        one.matches('.stage') || ['auto', 'scroll'].includes(overflowY) || canBeTurnedTo(one.parentElement)
      );
    }
    const parts = [...document.querySelectorAll('#root *, .veil *')].filter(
      // A box to type in scrolls what is typed by itself.
      (one) => one.closest('svg, template, input') === null,
    );
    const wide = parts
      .filter((one) => {
        const { left, right, top, bottom, width } = one.getBoundingClientRect();
        const isUnreachable = (top < -1 || bottom > clientHeight + 1) && !canBeTurnedTo(one.parentElement);
        const isOutside = width > 0 && (left < -1 || right > clientWidth + 1 || isUnreachable);
        const scrolls =
          one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible';
        return (isOutside || scrolls) && !isCut(one);
      })
      .map(
        (one) =>
          `${one.tagName.toLowerCase()}.${one.className.toString()} “${(one.textContent ?? '').trim().slice(0, 30)}”`,
      );
    return scrollWidth > clientWidth ? ['the whole page', ...wide] : wide;
  });
}

/** Numbers in boxes that are too narrow for them: nobody can compare what they cannot see whole. */
export function cutNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input')]
      .filter(({ value, scrollWidth, clientWidth }) => /^[\dX ]+$/.test(value) && scrollWidth > clientWidth)
      .map(({ value, scrollWidth, clientWidth }) => `${value} is ${scrollWidth} in ${clientWidth}`),
  );
}

/** Names of buttons and links, as assistive technology reads them, that more than one of them has. */
export async function sharedNames(page: Page): Promise<string[]> {
  // Whatever lies beneath a dialog is inert, and not spoken.
  const top = page.locator('body, [role="dialog"], [role="alertdialog"]').last();
  const spoken = await top.ariaSnapshot();
  const names = [...spoken.matchAll(/- (?:button|link) ("(?:[^"\\]|\\.)*")/g)].map(([, name = '']) => name);
  return names.filter((name, place) => names.indexOf(name) !== place);
}

/** Text, typed or written, whose letters and ground differ by less than `least` to 1, the WCAG way. */
export function faintText(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    type Colour = [number, number, number, number];
    function read(written: string): Colour {
      const [r = 0, g = 0, b = 0, a = 1] = (written.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    }
    function luminance([r, g, b]: Colour): number {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((channel) => {
        const share = channel / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    }
    /** The first opaque ground below the letters: no surface of ours is half transparent. */
    function groundOf(one: Element | null): Colour {
      if (one === null) return [255, 255, 255, 1];
      const colour = read(getComputedStyle(one).backgroundColor);
      return colour[3] === 1 ? colour : groundOf(one.parentElement);
    }
    function contrast(one: Colour, other: Colour): number {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    }
    const faint = new Set<string>();
    function look(holder: Element | null, written: string): void {
      const words = written.trim();
      if (holder === null || words === '' || holder.closest('[inert], template, svg, .unseen') !== null)
        return;
      const ratio = contrast(read(getComputedStyle(holder).color), groundOf(holder));
      if (ratio < least) faint.add(`${ratio.toFixed(1)} ${words.slice(0, 40)}`);
    }
    const letters = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = letters.nextNode(); node !== null; node = letters.nextNode())
      look(node.parentElement, node.textContent ?? '');
    for (const typed of document.querySelectorAll<HTMLInputElement>('.field__box input'))
      look(typed, typed.value);
    return [...faint];
  }, least);
}

/** Chinese characters a reader of English comes upon, except in parts that say that they are Chinese. */
export function chineseText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const letters = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = letters.nextNode(); node !== null; node = letters.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || holder.closest('[lang="zh-CN"]:not(html), [inert], template') !== null) continue;
      if (/\p{Script=Han}/u.test(node.textContent ?? '')) found.push((node.textContent ?? '').trim());
    }
    const spoken = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder'].map((attribute) => one.getAttribute(attribute) ?? ''),
    );
    return [...found, ...spoken.filter((words) => /\p{Script=Han}/u.test(words))];
  });
}
