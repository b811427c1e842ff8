import type { Page } from 'playwright';

/** Text in letters smaller than `least` CSS px: what is drawn inside a picture, hidden, or inert does not count. */
export function smallText(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const small = new Set<string>();
    const letters = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = letters.nextNode(); node !== null; node = letters.nextNode()) {
      const [holder, words] = [node.parentElement, (node.textContent ?? '').trim()];
      if (
        holder === null ||
        words === '' ||
        holder.closest('[inert], template, svg, script, style, .unseen') !== null
      )
        continue;
      const { width, height } = holder.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(holder).fontSize);
      if (width > 1 && height > 1 && size < least)
        small.add(
          `letters of ${size} px ${holder.tagName.toLowerCase()}.${holder.className} “${words.slice(0, 30)}”`,
        );
    }
    return [...small];
  }, least);
}
