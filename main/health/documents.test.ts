import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { openStore, type Store } from '../store/store.ts';
import { lookAtDocuments } from './documents.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-health-'));
  const opened = await openStore(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const MEGABYTE = 1024 * 1024;
const digest = (letter: string) => letter.repeat(64);

async function handIn(sequence: number, at: string, files: [letter: string, bytes: number][]): Promise<void> {
  await putReceipt(store, sequence, new Date(at));
  for (const [letter, bytes] of files) await store.documents.put({ sequence, digest: digest(letter), bytes });
}

it('finds nothing to tell of where nothing waits', async () => {
  expect(await lookAtDocuments(store)).toMatchObject({
    isWell: true,
    found: { en: 'none waiting' },
    todo: null,
  });
});

it('says how many wait, how large they are, and since when the oldest does', async () => {
  await handIn(1, '2026-11-24T02:26:00.000Z', [['a', MEGABYTE]]);
  await handIn(2, '2026-11-24T03:00:00.000Z', [
    ['b', MEGABYTE],
    ['c', MEGABYTE / 2],
  ]);
  await handIn(3, '2026-11-24T05:00:00.000Z', []);
  expect(await lookAtDocuments(store)).toMatchObject({
    isWell: true,
    found: {
      'zh-CN': '3 份待传，共 2.5 MB，最早的 2026年11月24日 10:26 交的',
      en: '3 waiting, 2.5 MB in all, the oldest handed in 24 November 2026, 10:26',
    },
  });
  await store.documents.mark(digest('a'), 'held', null);
  expect((await lookAtDocuments(store)).found.en).toBe(
    '2 waiting, 1.5 MB in all, the oldest handed in 24 November 2026, 11:00',
  );
});

it('is not well when a file was lost, and says what else waits', async () => {
  await handIn(1, '2026-11-24T02:26:00.000Z', [
    ['a', MEGABYTE],
    ['b', MEGABYTE],
  ]);
  await store.documents.mark(digest('a'), 'lost', 'gone');
  const finding = await lookAtDocuments(store);
  expect(finding.isWell).toBe(false);
  expect(finding.found.en).toMatch(/^1 lost: gone from this machine or altered. 1 waiting, 1.0 MB/);
  expect(finding.todo?.en).toContain('hand it in again');
});
