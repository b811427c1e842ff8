// All that can be seen of a window from outside and inside: what must be the same after somebody has tried a way out.
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { WarmChromium } from '../../main/hosts/browser/chromium.ts';

/** In the page: what a person would notice, and what would betray a reload. */
export const LOOK = `({
  opened: performance.timeOrigin,
  address: location.href,
  title: document.title,
  heading: document.querySelector('h1')?.textContent,
  typed: [...document.querySelectorAll('input')].map(({ value }) => value),
  size: [innerWidth, innerHeight, devicePixelRatio, visualViewport.scale, visualViewport.offsetTop],
  scrolled: [scrollX, scrollY],
  hasFocus: document.hasFocus(),
  frames: frames.length,
})`;

interface Target {
  type: string;
  url: string;
}

/** Everything the browser has open. */
export async function pagesOf(browser: WarmChromium): Promise<string[]> {
  const { targetInfos } = (await browser.pipe.send('Target.getTargets')) as { targetInfos: Target[] };
  return targetInfos.map(({ type, url }) => `${type} ${url}`).toSorted();
}

function processes(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended while we looked.
    return '';
  }
}

/** The command lines of a browser's processes, the browser itself first. */
export function processesOf(profile: string): { pid: number; line: string }[] {
  return processes()
    .map((pid) => ({ pid: Number(pid), line: readOrNothing(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }))
    .filter(({ line }) => line.includes(profile))
    .toSorted((one, other) => one.pid - other.pid);
}

function groupOf(pid: string | number): string {
  return readOrNothing(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')[2] ?? '';
}

const CHROMIUM_ITSELF = /^(chromium|chrome|cat|sh|Process Single)/;

/** Programs of this browser's own group that are not Chromium's: whatever it was made to start. */
export function programsOf(profile: string): string[] {
  const groups = new Set(processesOf(profile).map(({ pid }) => groupOf(pid)));
  return processes()
    .filter((pid) => groups.has(groupOf(pid)))
    .map((pid) => readOrNothing(`/proc/${pid}/comm`).trim())
    .filter((name) => name !== '' && !CHROMIUM_ITSELF.test(name))
    .toSorted();
}

/** Where Chromium puts what it saves. */
export function savedFiles(): string[] {
  try {
    return readdirSync(join(homedir(), 'Downloads')).toSorted();
  } catch {
    // There is no such folder: nothing was ever saved.
    return [];
  }
}
