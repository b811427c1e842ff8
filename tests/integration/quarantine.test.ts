// What was set aside, and what people do about it: again, given up by two, handed in anew, carried out by hand.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REFUSED_BECAUSE } from '../../domain/contract/platform-api.ts';
import {
  checkExport,
  discardOne,
  exportAll,
  listSetAside,
  replaceOne,
  retryOne,
} from '../../main/admin/queue.ts';
import type { AdminArguments, Answer } from '../../main/admin/start.ts';
import { refusedText } from '../../main/queue/refused-text.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { obeyImport } from '../../platform/intake/import-command.ts';
import { llcAnswers } from '../builders/llc-application.ts';
import { employ, gu, withPlatformStore, zhou } from '../builders/staff.ts';
import { startCity, type City } from '../city.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { ask, confirm, fillIn } from '../fill-in.ts';
import { llc } from '../llc.ts';

let city: City;
let given: AdminArguments;

beforeEach(async () => {
  // Nothing is tried again by itself: what is set aside here must not be on its way at that moment.
  const { timers } = manualTime(new Date());
  city = await startCity({ printer: null, timers });
  const folder = join(city.folder, 'kiosk');
  await withPlatformStore(join(city.folder, 'platform'), (store) => employ(store, [zhou, gu]));
  // The list of staff comes with the first contact.
  await city.kiosk.drain();
  city.network.become('down');
  given = { words: [], folder, configFile: '', platform: undefined, code: undefined, limit: 50 };
});
afterEach(() => city.stop());

async function submitOne(): Promise<string> {
  const { procedure } = await llc();
  const receipt = await confirm(city.send, await fillIn(city.send, procedure, llcAnswers()));
  await ask(city.send, 'leave', null);
  return receipt.number;
}

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openStore(given.folder, { reclaim: false });
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** As if the platform had refused it. */
const setAside = async (trouble: string, sequence = 1) => {
  await city.kiosk.drain();
  await inStore((store) => store.submissions.setAside(sequence, 'quarantined', trouble));
};
const stateOf = (number: string) =>
  inStore(async (store) => (await store.submissions.byReceiptNumber(number))?.state);
const journal = () => inStore((store) => store.verify());

function typing(...pins: string[]): PassThrough {
  const input = new PassThrough();
  input.end(pins.map((pin) => `${pin}\n`).join(''));
  return input;
}

const decide = (
  deed: (given: AdminArguments) => Promise<Answer>,
  number: string,
  more: Partial<AdminArguments> = {},
) => deed({ ...given, words: ['queue', 'x', number], ...more });

describe('N6: what was refused', () => {
  it('is named with its reason, goes back into the queue as it is, and arrives', async () => {
    const number = await submitOne();
    await setAside('unknown-procedure');
    const listed = await listSetAside(given);
    expect(listed).toMatchObject({ value: { open: 1 } });
    expect(listed.lines[0]).toContain('lacks this version of the matter');
    expect(await decide(retryOne, number)).toMatchObject({ code: 0 });
    expect(await decide(retryOne, number)).toMatchObject({ code: 1 });
    city.network.become('fine');
    await city.kiosk.drain();
    expect(await city.platform.caseNumbers()).toEqual([number]);
    expect((await journal()).journal.broken).toBeNull();
  });

  it('S12: is not sent again when it was changed on this disk', async () => {
    const number = await submitOne();
    await setAside('altered-here');
    const answer = await decide(retryOne, number);
    expect([answer.code, answer.lines[0]]).toEqual([1, expect.stringContaining('proves nothing')]);
    expect(await stateOf(number)).toBe('quarantined');
  });

  it('has words for every reason the platform can give', () => {
    for (const because of REFUSED_BECAUSE) expect(refusedText(because).en).not.toBe(because);
  });
});

describe('N6: giving one up', () => {
  it('takes two people with two PINs, and keeps the bytes, the journal and the names of both', async () => {
    const number = await submitOne();
    await setAside('answers-invalid');
    const both = { by: ['0001', '0002'] };
    for (const [by, pins, code] of [
      [['0001'], [zhou.pin], 2],
      [['0001', '0001'], [zhou.pin, zhou.pin], 2],
      [['0001', '0002'], [zhou.pin, zhou.pin], 1],
      [['0001', '0003'], [zhou.pin, gu.pin], 1],
      [['0001', '0002'], [zhou.pin], 1],
    ] as const)
      expect(await decide(discardOne, number, { by: [...by], input: typing(...pins) })).toMatchObject({
        code,
      });
    expect(await listSetAside(given)).toMatchObject({ value: { open: 1 } });

    const right = () => ({ ...both, input: typing(zhou.pin, gu.pin) });
    expect(await decide(discardOne, number, right())).toMatchObject({ code: 0 });
    expect(await decide(discardOne, number, right())).toMatchObject({ code: 1 });
    expect(await decide(retryOne, number)).toMatchObject({ code: 1 });
    expect(await listSetAside(given)).toMatchObject({ value: { open: 0 } });
    const verified = await journal();
    expect([verified.journal.broken, verified.altered]).toEqual([null, []]);
    // The table holds whatever the program forgets: nothing brings it back, nobody decides alone.
    await expect(inStore((store) => store.submissions.setAside(1, 'conflict', 'x'))).rejects.toThrow('stays');
    await submitOne();
    await setAside('answers-invalid', 2);
    const alone = inStore((store) => store.quarantine.discard(2, '2026-11-26T00:00:00.000Z', '0001', '0001'));
    await expect(alone).rejects.toThrow();
    const waiting = inStore((store) => store.submissions.lastSequence());
    expect(await waiting).toBe(2);
  });

  it('is not for what still waits to be sent', async () => {
    const number = await submitOne();
    const answer = await decide(discardOne, number, {
      by: ['0001', '0002'],
      input: typing(zhou.pin, gu.pin),
    });
    expect(answer).toMatchObject({ code: 1 });
    expect(await stateOf(number)).toMatch(/^(queued|sending)$/);
  });

  it('is spared when the applicant hands the matter in again and a clerk says which stands for it', async () => {
    const old = await submitOne();
    await setAside('answers-invalid');
    const fresh = await submitOne();
    const by = { by: ['0001'] };
    const wrong = await decide(replaceOne, fresh, { ...by, instead: old, input: typing(zhou.pin) });
    expect(wrong).toMatchObject({ code: 1 });
    const done = await decide(replaceOne, old, { ...by, instead: fresh, input: typing(zhou.pin) });
    expect(done).toMatchObject({ code: 0 });
    expect(await listSetAside(given)).toMatchObject({
      value: { open: 0, setAside: [{ settled: { how: 'replaced', replacedBy: 2 } }] },
    });
  });
});

describe('an export', () => {
  const place = () => join(city.folder, 'stick');
  const to = (deed: typeof exportAll) => deed({ ...given, words: ['queue', 'x', place()] });
  const take = () =>
    withPlatformStore(join(city.folder, 'platform'), (store) =>
      obeyImport(store, join(city.folder, 'platform'), { do: 'import', folder: place() }),
    );

  it('holds what the platform does not, sealed, and the platform takes it once, however it comes', async () => {
    const numbers = [await submitOne(), await submitOne()];
    await setAside('unreadable', 2);
    expect(await to(exportAll)).toMatchObject({ code: 0, value: { applications: 2 } });
    expect(await to(checkExport)).toMatchObject({ code: 0 });
    const all = readdirSync(place())
      .map((name) => readFileSync(join(place(), name), 'utf8'))
      .join('\n');
    // llcAnswers() is full of people: nothing of them can be read.
    expect(all).not.toMatch(/[\u4e00-\u9fff]|52010\d{12}/);
    expect(await take()).toEqual({ ok: true, value: ['2 taken', expect.stringMatching(/files here$/)] });
    expect(await take()).toEqual({ ok: true, value: ['2 already-taken', expect.any(String)] });
    city.network.become('fine');
    await city.kiosk.drain();
    expect((await city.platform.caseNumbers()).toSorted()).toEqual(numbers.toSorted());
    expect(await inStore((store) => store.submissions.waiting())).toBe(0);
  });

  it.each<[string, () => void, string]>([
    ['a file changed', () => change((name) => /^[0-9a-f]{64}$/.test(name)), 'not what the manifest says'],
    ['a file taken out', () => change((name) => /^[0-9a-f]{64}$/.test(name), null), 'is missing'],
    ['the manifest changed', () => change((name) => name === 'manifest.json'), 'cannot be read'],
    ['the signature changed', () => change((name) => name === 'manifest.signature', 'AAAA'), 'not signed by'],
    ['the manifest gone', () => change((name) => name === 'manifest.json', null), 'was not finished'],
    ['a line of the manifest taken out', dropItem, 'not signed by'],
  ])('with %s is refused at both ends, and nothing is taken', async (_what, harm, says) => {
    await submitOne();
    await to(exportAll);
    harm();
    const answer = await to(checkExport);
    expect([answer.code, answer.lines[0]]).toEqual([1, expect.stringContaining(says)]);
    expect(await take()).toEqual({ ok: false, error: expect.stringContaining(says) as string });
    expect(await city.platform.caseNumbers()).toEqual([]);
  });

  function change(is: (name: string) => boolean, content: string | null = 'x'): void {
    const name = readdirSync(place()).find(is) ?? '';
    if (content === null) rmSync(join(place(), name));
    else writeFileSync(join(place(), name), content);
  }

  function dropItem(): void {
    const file = join(place(), 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...manifest, items: [] }));
  }

  it('is not written over something else', async () => {
    mkdirSync(place());
    writeFileSync(join(place(), 'holiday.jpg'), '');
    expect(await to(exportAll)).toMatchObject({ code: 2 });
  });
});
