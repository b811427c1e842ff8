// The kiosk's own keyboard, which no peer has: a tap on a key until its letter and candidates are painted, and what the heap
// holds with the table of characters in it; and its look-up alone, for every letter of the 300 texts of the keyboard's test.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keyboardTexts } from '../../../renderer/text/keyboard.ts';
import { rowsOfFile } from '../../../scripts/pinyin/measure.ts';
import type { Candidate } from './candidates.ts';
import type { Samples } from './figures.ts';
import { forget, LARGEST_PAGE, numbersFrom } from './repetition.ts';
import { SIXTY_FIELDS } from './sixty-fields.ts';
import { openWindow, type BenchWindow } from './window.ts';

/** One after another; the first candidate that is offered for each is picked. */
const WORDS = ['guiyang', 'yunyanqu', 'mianguan', 'shougong', 'liangcai', 'dianpu'];
const TAP_PAUSE_MS = 70;

function keyOf(letter: string): string {
  return `.keys__letters button[data-bench="${letter}"]`;
}

/** Letters are found by what stands on them. */
const MARK_KEYS = `for (const key of document.querySelectorAll('.keys__letters button'))
  key.dataset.bench = key.textContent.trim().slice(0, 1).toLowerCase();`;

/** Every letter, and what is picked for them. */
function tapsFor(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length + 1, 0);
}

async function tapWord(window: BenchWindow, word: string): Promise<void> {
  for (const letter of word) {
    await window.press(keyOf(letter), 'finger');
    await pause(TAP_PAUSE_MS);
  }
  await window.press('.candidate', 'finger');
  await pause(TAP_PAUSE_MS);
}

export async function measureOwnKeyboard(kiosk: Candidate): Promise<Samples> {
  const window = await openWindow(kiosk.marks);
  try {
    await window.open(() => kiosk.begin(LARGEST_PAGE));
    await window.ask('bench.firstScreen');
    await window.scriptBytes();
    const line = SIXTY_FIELDS.find(({ as }) => as === 'text');
    if (line === undefined) throw new Error('no field is a line of text');
    await window.press(kiosk.boxOf(line), 'finger');
    await window.ask(TABLE_IS_THERE);
    await window.ask(MARK_KEYS);
    const [first = '', ...others] = WORDS;
    await tapWord(window, first);
    await forget(window, 'taps', tapsFor([first]));
    for (const word of others) await tapWord(window, word);
    await window.ask(`bench.painted('taps', ${tapsFor(others)})`);
    const tapMs = await numbersFrom(window, 'bench.taps');
    const keyboardScriptBytes = [await window.scriptBytes()];
    return { tapMs, keyboardScriptBytes, keyboardHeapBytes: [await window.heapBytes()] };
  } finally {
    await window.close();
  }
}

/** The keyboard asks to be typed on once its table has come. */
const TABLE_IS_THERE = `new Promise((then) => {
  const look = () => {
    const said = document.querySelector('.keys__composing')?.textContent ?? '';
    if (said.includes(${JSON.stringify(keyboardTexts.spellHint['zh-CN'])})) then(null);
    else setTimeout(look, 50);
  };
  look();
})`;

const TEXTS = join(import.meta.dirname, '..', '..', 'fixtures', 'pinyin.tsv');

/** Everything that is asked while the texts are typed letter by letter. */
function everyPrefix(): { letters: string; wanted: string }[] {
  return rowsOfFile(TEXTS).flatMap(({ pinyin, wanted }) =>
    pinyin.flatMap((word) =>
      Array.from({ length: word.length }, (_, end) => ({ letters: word.slice(0, end + 1), wanted })),
    ),
  );
}

export async function measureLookUp(origin: string): Promise<Samples> {
  const window = await openWindow({ title: 'h1', fields: 'input' });
  try {
    await window.open(async () => origin);
    const asked = JSON.stringify(everyPrefix());
    const lookUpMs = await numbersFrom(window, `measureLookUps(${asked}, false)`);
    const fuzzyLookUpMs = await numbersFrom(window, `measureLookUps(${asked}, true)`);
    return { lookUpMs, fuzzyLookUpMs };
  } finally {
    await window.close();
  }
}
