import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../lib/log.ts';
import { createShelf } from '../../lib/procedures/shelf.ts';
import { llcAnswers } from '../../tests/builders/llc-application.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { llc } from '../../tests/llc.ts';
import { newDraft } from '../sessions/draft.ts';
import { machineKeyFile, openCaseKeeper } from '../staff/open-staff.ts';
import { openStore, type Store } from '../store/store.ts';
import type { CaseKeeper } from './case-keeper.ts';
import type { Case } from './saved-case.ts';

const prepared = await llc();
const shelf = createShelf([prepared], [], { years: {} } as never);
const time = manualTime(new Date('2026-11-25T02:00:00Z'));
const ID = '01999999-0000-7000-8000-000000000001';

let folder: string;
let store: Store;
let keeper: CaseKeeper;

async function open(): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
  keeper = openCaseKeeper({ folder, store, shelf, clock: time.clock, log: silentLog });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-cases-'));
  await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function aCase(id = ID): Case {
  return {
    draft: { ...newDraft(prepared, id, time.clock.now()), answers: llcAnswers(), position: { at: 'check' } },
    attended: {
      by: { number: '0001', name: '周敏' },
      entered: { '/company/name': 'staff', [prepared.procedure.identity.mobile]: 'citizen' },
      savedAt: null,
    },
    locale: 'zh-CN',
  };
}

/** Every byte of the data folder. */
function onDisk(): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
}

/** Every text in the answers that could tell whose they are. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value].length >= 2 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

it('gives a case back as it was, after a restart as well', async () => {
  const savedAt = await keeper.put(aCase());
  await store.close();
  await open();
  const expected = aCase();
  expect(await keeper.take(ID)).toEqual({ ...expected, attended: { ...expected.attended, savedAt } });
});

it('leaves no answer in the clear anywhere in the data folder', async () => {
  await keeper.put(aCase());
  const canaries = textsIn(llcAnswers()).filter((text) => /[\u3400-\u9fff]|\d{8}/.test(text));
  expect(canaries.length).toBeGreaterThan(8);
  const disk = onDisk();
  const found = canaries.filter(
    (text) => disk.includes(Buffer.from(text)) || disk.includes(Buffer.from(text, 'utf16le')),
  );
  expect(found).toEqual([]);
});

it('keeps the machine’s key from everybody else', async () => {
  expect(statSync(machineKeyFile(folder)).mode & 0o077).toBe(0);
});

it('opens nothing with another machine’s key', async () => {
  await keeper.put(aCase());
  rmSync(machineKeyFile(folder));
  const other = openCaseKeeper({ folder, store, shelf, clock: time.clock, log: silentLog });
  expect(await other.take(ID)).toBeNull();
  expect(await other.list()).toEqual([]);
});

it('does not take one case for another', async () => {
  const other = '01999999-0000-7000-8000-000000000002';
  await keeper.put(aCase());
  const row = await store.drafts.get(ID);
  if (row === null) throw new Error('nothing was put down');
  await store.drafts.put({ ...row, id: other });
  expect(await keeper.take(other)).toBeNull();
});

it('gives every case a key of its own, and keeps it while the case is saved again', async () => {
  await keeper.put(aCase());
  await keeper.put(aCase('01999999-0000-7000-8000-000000000002'));
  const before = await store.drafts.list(10);
  await keeper.put({ ...aCase(), locale: 'en' });
  const after = await store.drafts.get(ID);
  expect(before).toHaveLength(2);
  expect(after?.body.equals(before.find(({ id }) => id === ID)?.body ?? Buffer.alloc(0))).toBe(false);
  expect((await keeper.take(ID))?.locale).toBe('en');
});

it('destroys the key of a case that is shredded: it is nowhere on the disk any more', async () => {
  await keeper.put(aCase());
  const row = await store.drafts.get(ID);
  if (row === null) throw new Error('nothing was put down');
  expect(onDisk().includes(row.wrappedKey)).toBe(true);
  await keeper.shred(ID);
  expect(await keeper.take(ID)).toBeNull();
  expect(onDisk().includes(row.wrappedKey)).toBe(false);
  expect(onDisk().includes(row.body.subarray(0, 64))).toBe(false);
});

it('does not open a case whose version of the procedure is gone', async () => {
  await keeper.put(aCase());
  const empty = createShelf([], [], { years: {} } as never);
  const without = openCaseKeeper({ folder, store, shelf: empty, clock: time.clock, log: silentLog });
  expect(await without.take(ID)).toBeNull();
  expect(await without.list()).toHaveLength(1);
});
