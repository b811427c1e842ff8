// What a page must never do while people use it: break its own policy, throw, or complain on the console.
import type { Page } from 'playwright/test';

declare global {
  interface Window {
    tell?: (complaint: string) => void;
  }
}

/** Chromium says this of every sandbox that runs scripts; ours is the whole window, and nothing lies outside it. */
const SANDBOX = 'An iframe which has both allow-scripts and allow-same-origin';

/** Collects what the page complains of from now on; to be called before it is opened. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().startsWith(SANDBOX)) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  await page.exposeFunction('tell', (complaint: string) => void complaints.push(complaint));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.tell?.(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return complaints;
}
