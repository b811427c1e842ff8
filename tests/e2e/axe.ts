import axe from 'axe-core';
import type { Page } from 'playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Find {
  id: string;
  target: string;
}

/** What axe finds on the page; it comes in past the page's policy, which lets no foreign script run. */
export async function axeFinds(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${axe.source};axe.run(${options}).then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(' ') })))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const finds = JSON.parse(String(result.value)) as Find[];
  const cut = await cutByTheRoom(
    page,
    finds.map(({ target }) => target),
  );
  return finds
    .filter(({ id, target }) => id !== 'target-size' || !cut.includes(target))
    .map(({ id, target }) => `${id} ${target}`);
}

/**
 * Of what begins above or ends below the part of the page that is turned, axe measures what is in sight, were it half a pixel.
 * Whoever wants it turns to it; measures.ts measures the whole.
 */
function cutByTheRoom(page: Page, targets: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (targets) =>
      targets.filter((target) => {
        const control = document.querySelector(target);
        const room = control?.closest('.stage')?.getBoundingClientRect();
        const box = control?.getBoundingClientRect();
        return room !== undefined && box !== undefined && (box.top < room.top || box.bottom > room.bottom);
      }),
    targets,
  );
}
