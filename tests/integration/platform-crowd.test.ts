// Many kiosks at once, some of them asking twice because they heard no answer: each submission once, no number lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { openPostgres } from '../../lib/database/postgres.ts';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { sealItem, send } from '../builders/platform-kiosk.ts';
import { openDesk } from '../platform-desk.ts';
import { startPostgres, type Postgres } from '../postgres.ts';

const prepared = preparedLibraryCard();
const EACH = 12;
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

function shuffled<T>(list: T[], by: number): T[] {
  return list.map((_, index) => list[(index * by) % list.length] as T);
}

/** What makes a case with this number impossible, and possible again. */
function sqliteRule(receiptNumber: string) {
  return {
    add: `create trigger poison before insert on cases when new.receipt_number = '${receiptNumber}'
            begin select raise(abort, 'poisoned'); end`,
    remove: 'drop trigger poison',
  };
}

function postgresRule(receiptNumber: string) {
  return {
    add: `alter table cases add constraint poison check (receipt_number <> '${receiptNumber}')`,
    remove: 'alter table cases drop constraint poison',
  };
}

describe.each([
  ['SQLite', async () => null],
  ['PostgreSQL', () => postgres.newDatabase()],
])('on %s', (_engine, database) => {
  it('takes the same and different items in parallel, each once', async () => {
    const desk = await openDesk({ database: await database() });
    const kiosks = [await desk.newKiosk(), await desk.newKiosk(), await desk.newKiosk('520181')];
    const queues = kiosks.map((kiosk) => ({
      kiosk,
      items: Array.from({ length: EACH }, (_none, index) =>
        sealItem(kiosk, prepared, index + 1, readerAnswers()),
      ),
    }));
    const batches = queues.flatMap(({ kiosk, items }) => [
      send(kiosk, ...items),
      send(kiosk, ...items.toReversed()),
      send(kiosk, ...shuffled(items, 5)),
    ]);
    const words = (await Promise.all(batches)).flat();

    const taken = words.filter(({ result }) => result === 'taken');
    expect(taken).toHaveLength(3 * EACH);
    expect(words.filter(({ result }) => result === 'already-taken')).toHaveLength(6 * EACH);
    for (const word of words) expect(word.case).toBe(taken.find(({ id }) => id === word.id)?.case);
    const numbers = queues.flatMap(({ items }) => items.map(({ receiptNumber }) => receiptNumber));
    expect((await desk.platform.caseNumbers()).toSorted()).toEqual(numbers.toSorted());
    for (const { kiosk } of queues)
      expect(await kiosk.client.time()).toMatchObject({ value: { gapFreeUpTo: EACH } });

    for (const division of ['520103', '520181']) {
      const positions = (await desk.events(division)).map(({ position }) => position);
      expect(positions).toEqual(positions.map((_none, index) => index + 1));
    }
    await desk.stop();
  });

  it('takes one item once, however many carry it at the same moment', async () => {
    const desk = await openDesk({ database: await database() });
    const kiosk = await desk.newKiosk();
    const item = sealItem(kiosk, prepared, 1, readerAnswers());
    const words = (await Promise.all(Array.from({ length: 10 }, () => send(kiosk, item)))).flat();
    expect(words.filter(({ result }) => result === 'taken')).toHaveLength(1);
    expect(words.filter(({ result }) => result === 'already-taken')).toHaveLength(9);
    expect(new Set(words.map((word) => word.case)).size).toBe(1);
    await desk.stop();
  });

  it('takes everything but the one item that cannot be written, and that one once it can be', async () => {
    const url = await database();
    const desk = await openDesk({ database: url });
    const kiosks = await Promise.all([desk.newKiosk(), desk.newKiosk()]);
    const queues = kiosks.map((kiosk) => ({
      kiosk,
      items: Array.from({ length: EACH }, (_none, index) =>
        sealItem(kiosk, prepared, index + 1, readerAnswers()),
      ),
    }));
    const poisoned = queues[0]?.items[4]?.receiptNumber ?? '';
    const rules = url === null ? openSqlite(join(desk.folder, 'platform.sqlite')) : openPostgres(url);
    const sayAll = () => Promise.all(queues.map(({ kiosk, items }) => send(kiosk, ...items)));
    // No flaw of ours that is known brings this about: a rule of the table stands in for the one that is not.
    const rule = url === null ? sqliteRule(poisoned) : postgresRule(poisoned);
    await rules.raw(rule.add);
    const first = await sayAll();
    expect(first.map((words) => words.length)).toEqual([EACH - 1, EACH]);
    expect(first.flat().every(({ result }) => result === 'taken')).toBe(true);
    expect(await desk.platform.caseNumbers()).not.toContain(poisoned);
    expect(await kiosks[0]?.client.time()).toMatchObject({ value: { gapFreeUpTo: 4 } });
    await rules.raw(rule.remove);
    await rules.destroy();
    const [again = []] = await sayAll();
    expect(again.filter(({ result }) => result === 'taken')).toMatchObject([{ gapFreeUpTo: EACH }]);
    expect(again.filter(({ result }) => result === 'already-taken')).toHaveLength(EACH - 1);
    await desk.stop();
  });

  it('gives many machines that enrol at once a number each', async () => {
    const desk = await openDesk({ database: await database() });
    const kiosks = await Promise.all(Array.from({ length: 8 }, () => desk.newKiosk()));
    const codes = kiosks.map(({ enrolled }) => enrolled.code).toSorted();
    expect(codes).toEqual(['K001', 'K002', 'K003', 'K004', 'K005', 'K006', 'K007', 'K008']);
    await desk.stop();
  });
});
