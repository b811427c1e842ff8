// The disk gives back something else than was written. Each damage is told from a new machine and from a sound one, by a
// code, and what is damaged stays as it was, byte for byte.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putReceipt } from '../../tests/builders/receipt-in-store.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { databaseFile, openStore, type Store } from './store.ts';
import { readWitness, witnessFile } from './witness.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const { clock } = manualTime(NOW);
let live: string;
let folder: string;
let store: Store;

beforeEach(async () => {
  live = mkdtempSync(join(tmpdir(), 'onewindow-live-'));
  folder = mkdtempSync(join(tmpdir(), 'onewindow-damage-'));
  await filled();
});
afterEach(async () => {
  await store.close();
  for (const place of [live, folder]) rmSync(place, { recursive: true, force: true });
});

/** Some pages in the file, and then more that stand in the log alone. */
async function filled(): Promise<void> {
  store = await opened(live);
  for (let sequence = 1; sequence <= 30; sequence += 1) await putReceipt(store, sequence, NOW);
  await store.sweep();
  for (let sequence = 31; sequence <= 40; sequence += 1) await putReceipt(store, sequence, NOW);
}

async function opened(where: string): Promise<Store> {
  const result = await openStore(where, { clock });
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail}`);
  return result.value;
}

/** What a process leaves that was killed: the file, its log, and the witness. */
function killed(): void {
  for (const name of readdirSync(live)) copyFileSync(join(live, name), join(folder, name));
  rmSync(`${databaseFile(folder)}-shm`, { force: true });
}

function hashes(): Record<string, string> {
  // A reader makes itself an index of the log, and an empty log where there is none.
  const names = readdirSync(folder).filter(
    (name) => !name.endsWith('-shm') && statSync(join(folder, name)).size > 0,
  );
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

const main = () => databaseFile(folder);
const wal = () => `${databaseFile(folder)}-wal`;

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
  writeFileSync(file, bytes);
}

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, at + length);
  writeFileSync(file, bytes);
}

it('S9: takes up all that a killed process had committed (the control)', async () => {
  killed();
  const other = await opened(folder);
  expect(await other.submissions.lastSequence()).toBe(40);
  await other.close();
});

describe('S9: tells and leaves untouched', () => {
  it.each<[string, string, () => void]>([
    ['a header that is garbage', 'S-01', () => overwrite(main(), 0, 100)],
    [
      'a page that is garbage',
      'S-01',
      () => {
        rmSync(wal());
        overwrite(main(), 4096 * 8, 4096);
      },
    ],
    [
      'a database cut off in the middle',
      'S-01',
      () => truncateSync(main(), statSync(main()).size - 5 * 4096),
    ],
    ['a database of no bytes, with its log', 'S-07', () => truncateSync(main(), 0)],
    [
      'a database of no bytes',
      'S-07',
      () => {
        rmSync(wal());
        truncateSync(main(), 0);
      },
    ],
    ['a database that is gone, with its log', 'S-07', () => rmSync(main())],
    [
      'a database that is gone',
      'S-07',
      () => {
        rmSync(wal());
        rmSync(main());
      },
    ],
    ['a log that is gone', 'S-08', () => rmSync(wal())],
    ['a log of no bytes', 'S-08', () => truncateSync(wal(), 0)],
    ['a log cut off in the middle', 'S-08', () => truncateSync(wal(), statSync(wal()).size / 2)],
    ['a bit flipped at the beginning of the log', 'S-08', () => flip(wal(), 32 + 24 + 7)],
    [
      'a bit flipped in the middle of the log',
      'S-08',
      () => flip(wal(), Math.floor(statSync(wal()).size / 2)),
    ],
  ])('%s: %s', async (_, code, damage) => {
    killed();
    damage();
    const before = hashes();
    for (const reclaim of [true, false]) {
      const result = await openStore(folder, { reclaim, clock });
      expect(result.ok ? 'served' : result.error.code).toBe(code);
    }
    expect(hashes()).toEqual(before);
  });
});

describe('the witness', () => {
  it('S9: makes a folder without any trace a new machine, and nothing else', async () => {
    const other = await opened(folder);
    await other.close();
    rmSync(main());
    expect((await openStore(folder, { clock })).ok).toBe(false);
    rmSync(witnessFile(folder));
    expect((await openStore(folder, { clock })).ok).toBe(true);
  });

  it('S9: tells an older copy that somebody put in the place of the database', async () => {
    killed();
    const other = await opened(folder);
    await other.close();
    copyFileSync(main(), `${main()}.old`);
    const later = await opened(folder);
    await putReceipt(later, 41, NOW);
    await later.close();
    copyFileSync(`${main()}.old`, main());
    const result = await openStore(folder, { clock });
    expect(result.ok ? null : result.error.detail).toBe(
      'it ends at journal entry 40, and there was an entry 41',
    );
  });

  it('says what was committed, never what was taken back', async () => {
    const before = readWitness(live);
    expect(before).toMatchObject({ position: 40, sequence: 40 });
    const failed = store.transaction(async ({ journal }) => {
      await journal.append(NOW.toISOString(), 'submitted', { sequence: 41 });
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(readWitness(live)).toEqual(before);
    await store.journal.append(NOW.toISOString(), 'test', {});
    expect(readWitness(live)).toMatchObject({ position: 41, sequence: 40 });
  });

  it('that is torn accuses no sound database, and still tells that there was one', async () => {
    killed();
    overwrite(witnessFile(folder), 40, 10);
    expect(readWitness(folder)).toBe('unreadable');
    const other = await opened(folder);
    await other.close();
    expect(readWitness(folder)).toMatchObject({ position: 40 });
    overwrite(witnessFile(folder), 40, 10);
    rmSync(main());
    expect((await openStore(folder, { clock })).ok).toBe(false);
  });

  it('is written by nobody who only looks', async () => {
    killed();
    rmSync(witnessFile(folder));
    const looking = await openStore(folder, { reclaim: false, clock });
    if (looking.ok) await looking.value.close();
    expect(existsSync(witnessFile(folder))).toBe(false);
  });
});
