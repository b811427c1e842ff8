import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from './sqlite.ts';

let folder: string;
let db: Knex;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-sqlite-'));
  db = openSqlite(join(folder, 'test.sqlite'));
  await db.raw('create table slips (number integer primary key) strict');
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const numbers = async () =>
  (await db('slips').orderBy('number').select('number')).map(({ number }) => number as number);

it('refuses at once a query beside the transaction that waits for it, and takes the transaction back', async () => {
  const beside = db.transaction(async (transaction) => {
    await transaction('slips').insert({ number: 1 });
    await db('slips').insert({ number: 2 });
  });
  await expect(beside).rejects.toThrow('beside its own transaction');
  const inside = db.transaction((transaction) =>
    transaction('slips')
      .insert({ number: 3 })
      .then(() => db.transaction((other) => other('slips').insert({ number: 4 }))),
  );
  await expect(inside).rejects.toThrow('beside its own transaction');
  expect(await numbers()).toEqual([]);
});

it('lets everybody else wait for their turn', async () => {
  await Promise.all(
    [1, 2, 3].map((number) =>
      number === 2
        ? db('slips').insert({ number })
        : db.transaction(async (transaction) => {
            await transaction.raw('select 1');
            await transaction('slips').insert({ number });
          }),
    ),
  );
  expect(await numbers()).toEqual([1, 2, 3]);
});

it('lets what a transaction began and did not wait for have its turn after it', async () => {
  let later: Promise<unknown> = Promise.resolve();
  let goOn = () => {};
  const ended = new Promise<void>((resolve) => (goOn = resolve));
  await db.transaction(async (transaction) => {
    later = ended.then(() => db('slips').insert({ number: 2 }));
    await transaction('slips').insert({ number: 1 });
  });
  goOn();
  await later;
  expect(await numbers()).toEqual([1, 2]);
});

it('may be nested by its own hand', async () => {
  await db.transaction((outer) => outer.transaction((inner) => inner('slips').insert({ number: 1 })));
  expect(await numbers()).toEqual([1]);
});

it('runs a query that the work hands back, and runs it once', async () => {
  const oneMore = 'insert into slips select coalesce(max(number), 0) + 1 from slips';
  await db.transaction((transaction) => transaction.raw(oneMore));
  expect(await numbers()).toEqual([1]);
});

it('belongs to its own database: another one may be asked meanwhile', async () => {
  const other = openSqlite(join(folder, 'other.sqlite'));
  const seen = await db.transaction(() => other.raw<{ one: number }[]>('select 1 as one'));
  await other.destroy();
  expect(seen).toEqual([{ one: 1 }]);
});
