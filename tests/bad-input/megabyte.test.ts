// A hostile screen sends a megabyte wherever the contract takes a text, by every way there is to the kiosk: it is refused, the
// page and its answers stay, and nothing of it stays in memory. What a person sees who pastes as much is in paste.spec.ts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kioskApi, type Name } from '../../domain/contract/kiosk-api.ts';
import { openDirect, openElectron, openHttp, type Transport } from '../contract/transports.ts';
import type { City } from '../city.ts';
import { on } from '../hand-in-documents.ts';
import { atPage, questionOn, startEveryKind } from './at-page.ts';
import { ask } from '../fill-in.ts';
import { until } from '../until.ts';

const MEGABYTE = '贵'.repeat(350_000);
const names = Object.keys(kioskApi) as Name[];

/** Anything a JSON Schema may be, as far as this test looks into it. */
type Schema = { [key: string]: unknown };

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** Where a schema takes a text, a list or a record without end. */
function endless(schema: unknown, place: string): string[] {
  if (!isSchema(schema)) return [];
  if (Array.isArray(schema)) return schema.flatMap((one, index) => endless(one, `${place}/${index}`));
  const own = isEndless(schema) ? [place] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, inner]) => endless(inner, `${place}/${key}`))];
}

function isEndless(schema: Schema): boolean {
  const { type, maxLength, maxItems, maxProperties, pattern, patternProperties } = schema;
  if ('const' in schema || 'enum' in schema) return false;
  if (type === 'string') return maxLength === undefined && !isBounded(pattern);
  if (type === 'array') return maxItems === undefined;
  return type === 'object' && patternProperties !== undefined && maxProperties === undefined;
}

/** Anchored, and nothing in it repeats without end. */
function isBounded(pattern: unknown): boolean {
  return (
    typeof pattern === 'string' &&
    /^\^.*\$$/.test(pattern) &&
    !/[*+]|,\}/.test(pattern.replaceAll(/\[[^\]]*\]/g, ''))
  );
}

/** A megabyte at every place where this operation takes something, one at a time, beside what is right. */
function floods(name: Name, page: string): unknown[] {
  const { properties = {} } = kioskApi[name].input as { properties?: Schema };
  const right = Object.keys(properties).includes('page') ? { page } : {};
  return [
    ...Object.keys(properties).map((key) => ({ ...right, [key]: MEGABYTE })),
    MEGABYTE,
    [MEGABYTE],
    { [MEGABYTE]: MEGABYTE },
    ...Object.keys(properties).map((key) => ({ ...right, [key]: { x: MEGABYTE } })),
    ...Object.keys(properties).map((key) => ({ ...right, [key]: [MEGABYTE] })),
  ];
}

it('nothing in the contract takes a text, a list or a record without end', () => {
  expect(names.flatMap((name) => endless(kioskApi[name].input, name))).toEqual([]);
});

let city: City;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-megabyte-'));
  city = await startEveryKind();
});
afterAll(async () => {
  await city.stop();
  rmSync(folder, { recursive: true, force: true });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How it comes, and how many of each operation's floods: what the hosts pass on is refused by the contract. */
const WAYS: [string, () => Promise<Transport>, number][] = [
  ['the contract itself', () => openDirect(city.kiosk), Infinity],
  ['the browser host', () => openHttp(city.kiosk, folder), 2],
  ['the channel of Electron', () => openElectron(city.kiosk, folder), 1],
];

const REFUSED = /^(invalid-input|too-large|busy)$/;

describe.each(WAYS)('by %s', (_, openWay, most) => {
  it('every one is refused, the page and what was typed stay, and no memory is kept', async () => {
    const way = await openWay();
    const before = await atPage(city.send, 'line');
    const wrong = on(
      await ask(city.send, 'answerPage', { page: before.page, answers: { [questionOn(before).at]: '蔡' } }),
      'questions',
    );
    const atFirst = heldBytes();
    let sent = 0;
    for (const name of names)
      for (const flood of floods(name, before.page).slice(0, most)) {
        const reply = await way.send(name, flood);
        expect([name, reply.ok ? 'taken' : reply.error.code]).toEqual([name, expect.stringMatching(REFUSED)]);
        sent += 1;
      }
    expect(sent).toBeGreaterThanOrEqual(names.length);
    const back = on(await ask(city.send, 'goBack', { page: before.page }), 'questions');
    const here = on(
      await ask(city.send, 'answerPage', {
        page: back.page,
        answers: { [questionOn(back).at]: questionOn(back).value },
      }),
      'questions',
    );
    expect(questionOn(here).at).toBe(questionOn(wrong).at);
    await way.close();
    // As many megabytes went by, and more. What lines and buffers still hold goes when they go.
    await until(() => heldBytes() - atFirst < 16 * 1024 * 1024);
  });
});
