// The next person at the same machine looks for what the last one left.
import { existsSync } from 'node:fs';
import { expect } from 'playwright/test';
import { enterField, type RealWindow } from '../real-window.ts';
import type { Tries } from '../table.ts';
import type { Bench, Try } from '../try.ts';

/** One person marks and copies what they typed and leaves; the next sits before the first field. */
function nextPerson(look: (window: RealWindow, last: RealWindow) => Promise<unknown>): Try {
  return async (bench: Bench) => {
    const last = await bench.window();
    await last.x.do('key', 'ctrl+a', 'key', 'ctrl+c');
    await last.settle();
    const window = await last.next();
    bench.replaceWith(window);
    await enterField(window);
    await look(window, last);
    await window.x.do('key', 'ctrl+a', 'key', 'BackSpace', 'type', 'abc');
    await window.settle();
  };
}

/** What stands in the fields, all together. */
const typed = ({ run }: RealWindow) =>
  run<string>(`[...document.querySelectorAll('input')].map(({ value }) => value).join('')`);

/** Presses, and finds the field as empty as it was. */
function findsNothing(...how: string[]): Try {
  return nextPerson(async (window) => {
    await window.x.do(...how);
    await window.settle();
    expect(await typed(window)).toBe('');
  });
}

export const next = {
  'next-paste': findsNothing('key', 'ctrl+v'),
  'next-marked': findsNothing('click', '2'),
  'next-undo': findsNothing('key', 'ctrl+z'),
  'next-offered': nextPerson(async (window) => {
    const before = await window.x.windows();
    await window.x.do('key', 'Down');
    await window.settle();
    expect(await window.x.windows()).toEqual(before);
    expect(await typed(window)).toBe('');
  }),
  'next-back': nextPerson(async ({ run, settle }) => {
    await run('history.back()');
    await settle();
    await run('history.forward()');
    await settle();
    expect(await run('history.length')).toBe(1);
    expect(await run(`document.body.textContent.includes('abc')`)).toBe(false);
  }),
  'next-title': nextPerson(async ({ run }) => {
    expect(await run('[document.title, location.pathname, location.search, location.hash, name]')).toEqual([
      expect.not.stringContaining('abc'),
      '/',
      '',
      '',
      '',
    ]);
  }),
  'next-stores': nextPerson(async ({ run }) => {
    const left = await run<string>(`(async () => JSON.stringify([
      document.cookie, { ...localStorage }, { ...sessionStorage }, history.state,
      await indexedDB.databases(), await caches.keys(), await navigator.serviceWorker.getRegistrations(),
    ]))()`);
    expect(left).toBe('["",{},{},null,[],[],[]]');
  }),
  'next-profile': nextPerson(async (window, last) => {
    expect(window.browser.profile).not.toBe(last.browser.profile);
    expect(existsSync(last.browser.profile)).toBe(false);
  }),
} satisfies Partial<Tries<'chromium', Try>>;
