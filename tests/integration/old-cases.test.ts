// Cases from before people's cases could be found by a card: the platform notes whose they are when it starts.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../lib/database/sqlite.ts';
import { libraryCard, preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { luo, yang } from '../builders/people.ts';
import { clientOf, sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { openDesk, type Desk } from '../platform-desk.ts';
import { until } from '../until.ts';

let desk: Desk;
let kiosk: PlatformKiosk;

beforeEach(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
});
afterEach(() => desk.stop());

/** Takes cases in, and forgets whose they are, as a platform of before did not know. */
async function handIn(count: number): Promise<string[]> {
  const items = Array.from({ length: count }, (_, index) =>
    sealItem(kiosk, preparedLibraryCard(), index + 1, readerAnswers()),
  );
  await send(kiosk, ...items);
  const db = openSqlite(join(desk.folder, 'platform.sqlite'));
  await db('case_people').delete();
  await db.destroy();
  return items.map(({ receiptNumber }) => receiptNumber).toReversed();
}

async function casesOf(number: unknown): Promise<string[]> {
  const { client } = { ...kiosk, client: clientOf(desk.platform.url, kiosk.enrolled, kiosk.key) };
  const answer = await client.casesOf(String(number));
  return answer.ok ? answer.value.cases.map(({ receiptNumber }) => receiptNumber) : [];
}

it('are found by the card of the person whose they are, and by no other', async () => {
  const numbers = await handIn(2);
  expect(await casesOf(yang.residentId)).toEqual([]);
  await desk.restart();
  await until(async () => (await casesOf(yang.residentId)).length === numbers.length);
  expect((await casesOf(yang.residentId)).toSorted()).toEqual(numbers.toSorted());
  expect(await casesOf(luo.residentId)).toEqual([]);
  expect(desk.logged()).not.toContain(String(yang.residentId));
});

it('wait for their procedure while it is not here', async () => {
  await handIn(1);
  await desk.restart([{ ...libraryCard, version: '2027.1' }]);
  // Ended in the middle or after it: either way the next start begins anew.
  await desk.restart([libraryCard]);
  await until(async () => (await casesOf(yang.residentId)).length === 1);
});
