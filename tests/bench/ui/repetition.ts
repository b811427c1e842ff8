// One repetition of one candidate: a cold Chromium, the sixty fields page by page, then keys on the largest page.
import { setTimeout as pause } from 'node:timers/promises';
import type { Candidate, Step } from './candidates.ts';
import type { Samples } from './figures.ts';
import { pagesOf, SIXTY_FIELDS, type Field } from './sixty-fields.ts';
import { openWindow, type BenchWindow } from './window.ts';

/** What the matters that ship ask on a page: 1.7 questions on average, over 170 pages. */
export const USUAL_PAGE = 2;
/** The most that the format of a procedure allows. */
export const LARGEST_PAGE = 8;

const WARM_UP_PAGES = 3;
const WARM_UP_KEYS = 20;
const KEYS_A_BOX = 50;
/** Fast typing; prime, so that keys and frames fall out of step and every place within a frame is met. */
const KEY_PAUSES_MS = [17, 23, 31, 41, 53];

function written(step: Step): string {
  if ('choose' in step) return `bench.choose(${JSON.stringify(step.choose)})`;
  return `bench.fillIn(${JSON.stringify(step.box)}, ${JSON.stringify(step.typed)})`;
}

async function fillIn(window: BenchWindow, candidate: Candidate, fields: readonly Field[]): Promise<void> {
  for (const step of fields.flatMap(candidate.stepsFor)) await window.ask(written(step));
}

/** From the first page to the last, which is filled in and left open. */
async function walk(window: BenchWindow, candidate: Candidate): Promise<void> {
  const pages = pagesOf(USUAL_PAGE);
  for (const [turned, fields] of pages.entries()) {
    await fillIn(window, candidate, fields);
    if (turned === pages.length - 1) return;
    await window.press(candidate.next, 'mouse');
    await window.ask(`bench.painted('pages', ${turned + 1})`);
  }
}

async function type(window: BenchWindow, count: number): Promise<void> {
  for (let key = 0; key < count; key += 1) {
    await window.key('abcdefghijklmnopqrstuvwxyz'[key % 26] ?? 'a');
    await pause(KEY_PAUSES_MS[key % KEY_PAUSES_MS.length]);
  }
}

function boxesToType(candidate: Candidate): string[] {
  const lines = SIXTY_FIELDS.slice(0, LARGEST_PAGE).filter(({ as }) => as === 'text');
  return [...new Set(lines.map(candidate.boxOf))];
}

function focus(window: BenchWindow, box: string): Promise<unknown> {
  return window.ask(`document.querySelector(${JSON.stringify(box)}).focus()`);
}

/** A list of numbers out of the page. */
export async function numbersFrom(window: BenchWindow, expression: string): Promise<number[]> {
  const told = await window.ask(expression);
  if (!Array.isArray(told) || !told.every((value) => typeof value === 'number'))
    throw new Error(`${expression} is no list of numbers`);
  return told;
}

/** Waits for the last of a warm-up, so that none of it is counted later. */
export async function forget(window: BenchWindow, what: 'keys' | 'taps', count: number): Promise<void> {
  await window.ask(`bench.painted('${what}', ${count})`);
  await window.ask(`void (bench.${what}.length = 0)`);
}

async function measureKeys(window: BenchWindow, candidate: Candidate): Promise<Samples> {
  await window.open(() => candidate.begin(LARGEST_PAGE));
  await window.ask('bench.firstScreen');
  const boxes = boxesToType(candidate);
  await focus(window, boxes[0] ?? '');
  await type(window, WARM_UP_KEYS);
  await forget(window, 'keys', WARM_UP_KEYS);
  const before = await window.scriptMs();
  for (const box of boxes) {
    await focus(window, box);
    await type(window, KEYS_A_BOX);
  }
  const typed = boxes.length * KEYS_A_BOX;
  await window.ask(`bench.painted('keys', ${typed})`);
  const scriptMs = (await window.scriptMs()) - before;
  const keyMs = await numbersFrom(window, 'bench.keys');
  if (keyMs.length !== typed) throw new Error(`${candidate.name} showed ${keyMs.length} of ${typed} keys`);
  return { keyMs, keyScriptMs: [scriptMs / typed] };
}

export async function repeat(candidate: Candidate): Promise<Samples> {
  const window = await openWindow(candidate.marks);
  try {
    await window.open(() => candidate.begin(USUAL_PAGE));
    const firstScreenMs = await numbersFrom(window, 'bench.firstScreen.then((ms) => [ms])');
    await walk(window, candidate);
    const pageMs = (await numbersFrom(window, 'bench.pages')).slice(WARM_UP_PAGES);
    const heapBytes = [await window.heapBytes()];
    const scriptBytes = [await window.scriptBytes()];
    const keys = await measureKeys(window, candidate);
    return { firstScreenMs, pageMs, heapBytes, scriptBytes, ...keys };
  } finally {
    await window.close();
  }
}
