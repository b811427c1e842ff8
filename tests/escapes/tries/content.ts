// What somebody wrote into a matter's name: shown as text, or the matter is not loaded and staff are told.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { OWN_PROCEDURES } from '../../../lib/procedures/own-procedures.ts';
import { ask } from '../../fill-in.ts';
import { llc } from '../../llc.ts';
import { texts } from '../../../renderer/text/texts.ts';
import type { Tries } from '../table.ts';
import { denied, type Bench, type Try } from '../try.ts';

const NAMES = {
  html: '<img src=x onerror="window.hasRun = true">',
  svg: '<svg onload="window.hasRun = true"><script>window.hasRun = true</script></svg>',
  markdown: '[press here](https://example.com/) https://example.com/ javascript:void 0',
  bidi: 'Dog \u202Eecnecil',
  megabyte: 'x'.repeat(1024 * 1024),
};

const { procedure } = await llc();

/** The matters of the city, and one for each of these names; to be removed when they have been tried. */
export function hostileProcedures(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-hostile-'));
  cpSync(OWN_PROCEDURES, folder, { recursive: true });
  for (const [id, name] of Object.entries(NAMES)) {
    const title = { 'zh-CN': name, en: name };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...procedure, id, title }));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The list of matters, in a window that is opened there. */
async function toMatters(bench: Bench) {
  const window = await bench.window();
  const isThere = () => window.run(`document.querySelector('.screen--matters') !== null`).catch(() => false);
  if (await isThere()) return window;
  // Whoever leaves gets a fresh page; the matters are then a press away.
  await ask(window.stage.city.send, 'leave', null);
  const press = () => window.run(`document.querySelector('.hello button').click()`).catch(() => undefined);
  await expect.poll(async () => (await press(), isThere())).toBe(true);
  return window;
}

/** The name stands there letter for letter, in an element that holds nothing else, and nothing has run. */
function shownAsText(name: string): Try {
  return async (bench) => {
    const { run } = await toMatters(bench);
    const found = await run<number[]>(`[...document.querySelectorAll('main *')]
      .filter(({ textContent }) => textContent === ${JSON.stringify(name)})
      .map(({ children }) => children.length)`);
    expect(found).toContain(0);
    expect(await run('window.hasRun === true')).toBe(false);
    expect(await run(`document.querySelectorAll('main :is(a, img, script)').length`)).toBe(0);
  };
}

/** Ways to make code of text. */
const ATTEMPTS = [
  `eval('window.hasRun = true')`,
  `new Function('window.hasRun = true')()`,
  `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hasRun = true' }))`,
  `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hasRun = true">')`,
];

/** In a turn of its own: what the debugging protocol runs at once is spared the policy. */
function inTurn(code: string): string {
  return `new Promise((done, failed) => setTimeout(() => {
    try { done(${code}); } catch (error) { failed(error); }
  }))`;
}

export const content = {
  'content-html': shownAsText(NAMES.html),
  'content-svg': shownAsText(NAMES.svg),
  'content-markdown': shownAsText(NAMES.markdown),
  'content-bidi': async (bench) => {
    await shownAsText(NAMES.bidi)(bench);
    // A line of its own: what stands beside it is not turned round with it.
    const { run } = await bench.window();
    expect(await run(`getComputedStyle(document.querySelector('.door strong')).display`)).not.toBe('inline');
  },
  'content-megabyte': async (bench) => {
    const { run } = await toMatters(bench);
    expect(await run('document.body.textContent.length')).toBeLessThan(10_000);
    expect(await run(`document.querySelector('.hold')?.textContent`)).toBe(texts.matterMissing['zh-CN']);
  },
  'content-pdf': denied(`(async () => {
    const pdf = document.createElement('embed');
    pdf.setAttribute('type', 'application/pdf');
    pdf.setAttribute('src', 'data:application/pdf;base64,JVBERi0xLjQ=');
    document.body.append(pdf);
  })()`),
  'content-script': async (bench) => {
    for (const attempt of ATTEMPTS) await denied(inTurn(attempt))(bench);
    const { run } = await bench.window();
    expect(await run('window.hasRun === true')).toBe(false);
  },
} satisfies Partial<Tries<'chromium', Try>>;
