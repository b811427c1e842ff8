import axe from 'axe-core';
import type { Page } from 'playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page; it comes in past the page's policy, which lets no foreign script run. */
export async function axeFinds(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${axe.source};axe.run(${options}).then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' ')))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}
