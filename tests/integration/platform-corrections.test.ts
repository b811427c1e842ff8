// What the platform itself holds against corrections: it may be asked by anybody who got hold of a kiosk's key.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LoanRequest } from '../../domain/contract/case-api.ts';
import { withAnswer } from '../../domain/procedure/pointer.ts';
import { receiptQrBody, receiptQrText } from '../../domain/submission/receipt-qr.ts';
import { systemClock } from '../../lib/clock.ts';
import { contentHashOf } from '../../lib/envelope.ts';
import { newSigningKey, type SigningKey } from '../../lib/keys.ts';
import { uuidv7 } from '../../main/ids.ts';
import { obeyReturn, readReturnCommand } from '../../platform/cases/return-command.ts';
import { openReader } from '../../platform/platform.ts';
import { preparedLibraryCard, readerAnswers } from '../builders/library-card.ts';
import { luo, yang } from '../builders/people.ts';
import { sealItem, send, type PlatformKiosk } from '../builders/platform-kiosk.ts';
import { WHY } from '../library-city.ts';
import { openDesk, type Desk } from '../platform-desk.ts';

let desk: Desk;
let kiosk: PlatformKiosk;
let files: string;

beforeEach(async () => {
  desk = await openDesk();
  kiosk = await desk.newKiosk();
  files = mkdtempSync(join(tmpdir(), 'onewindow-reasons-'));
});
afterEach(async () => {
  await desk.stop();
  rmSync(files, { recursive: true, force: true });
});

const card = preparedLibraryCard();
const number = String(yang.residentId);

/** An application that was taken, and the square of its receipt as `key` signs it. */
async function handIn(sequence = 1, key: SigningKey = kiosk.key): Promise<{ number: string; qr: string }> {
  const item = sealItem(kiosk, card, sequence, readerAnswers());
  expect(await send(kiosk, item)).toMatchObject([{ result: 'taken' }]);
  return { number: item.receiptNumber, qr: squareOf(item, key) };
}

function squareOf(
  { receiptNumber, envelope }: { receiptNumber: string; envelope: string },
  key: SigningKey,
): string {
  const hash = contentHashOf(Buffer.from(envelope, 'base64')).subarray(0, 16).toString('base64url');
  const body = receiptQrBody({ number: receiptNumber, kiosk: kiosk.enrolled.kiosk, at: Date.now(), hash });
  return receiptQrText(body, key.sign('receipt', Buffer.from(body)));
}

/** What `npm run platform -- return` says: done, or why not. */
async function giveBack(named: string, reasons: unknown, task: string | null = null) {
  const file = join(files, 'reasons.json');
  writeFileSync(file, typeof reasons === 'string' ? reasons : JSON.stringify(reasons));
  const parts = await openReader(desk.folder, join(desk.folder, 'procedures'));
  return desk.look((store) =>
    obeyReturn({ ...parts, store, clock: systemClock }, { do: 'return', case: named, reasons: file, task }),
  );
}

const ADDRESS = [{ at: '/address', why: WHY }];

function wanted(given: { number: string; qr: string }, change: Partial<LoanRequest> = {}): LoanRequest {
  return {
    loan: uuidv7(new Date()),
    number: given.number,
    proof: { receipt: given.qr },
    identity: { method: 'typed', number },
    ...change,
  };
}

async function borrowed(given: { number: string; qr: string }): Promise<string> {
  const request = wanted(given);
  const lent = await kiosk.client.borrow(request);
  expect(lent).toMatchObject({ ok: true, value: { receiptNumber: given.number, reasons: ADDRESS } });
  return request.loan;
}

function correction(id: string, corrects: string, answers = readerAnswers(), sequence = 2) {
  return sealItem(kiosk, card, sequence, answers, { header: { id }, application: { id, corrects } });
}

const moved = withAnswer(readerAnswers(), '/address', '贵阳市云岩区蔡家街 28 号');

it('takes what was mended where it was named', async () => {
  const given = await handIn();
  expect(await giveBack(given.number, ADDRESS)).toMatchObject({ ok: true });
  const id = await borrowed(given);
  expect(await send(kiosk, correction(id, given.number, moved))).toMatchObject([{ result: 'taken' }]);
  // The same bytes again, because the answer was lost.
  const [found] = await desk.look((store) => store.cases.list(null, null, 5));
  expect(found).toMatchObject({ receiptNumber: given.number, current: { submission: id } });
  expect(found?.tasks[0]?.state).toBe('waiting-for-acceptance');
});

it('refuses a change that the notice does not name, a correction of nothing, and one for another’s loan', async () => {
  const given = await handIn();
  await giveBack(given.number, ADDRESS);
  const id = await borrowed(given);
  const wrong = withAnswer(moved, '/reader/mobile', '13900139000');
  expect(await send(kiosk, correction(id, given.number, wrong))).toMatchObject([
    { result: 'refused', because: 'correction-outside' },
  ]);
  expect(await send(kiosk, correction(uuidv7(new Date()), given.number, moved))).toMatchObject([
    { result: 'refused', because: 'correction-unknown' },
  ]);
  const other = await desk.newKiosk();
  const stolen = sealItem(other, card, 1, moved, {
    header: { id },
    application: { id, corrects: given.number },
  });
  expect(await send(other, stolen)).toMatchObject([{ result: 'refused', because: 'correction-unknown' }]);
  expect(await send(kiosk, correction(id, given.number, moved))).toMatchObject([{ result: 'taken' }]);
});

it('refuses a second correction of the same return', async () => {
  const given = await handIn();
  await giveBack(given.number, ADDRESS);
  const [one, two] = [await borrowed(given), await borrowed(given)];
  expect(await send(kiosk, correction(one, given.number, moved))).toMatchObject([{ result: 'taken' }]);
  expect(await send(kiosk, correction(two, given.number, moved, 3))).toMatchObject([
    { result: 'refused', because: 'correction-late' },
  ]);
});

it('mends anew what was returned anew, from the answers as they are by then', async () => {
  const given = await handIn();
  await giveBack(given.number, ADDRESS);
  await send(kiosk, correction(await borrowed(given), given.number, moved));
  const again = await giveBack(given.number, [{ at: '/reader/mobile', why: WHY }]);
  expect(again).toMatchObject({
    ok: true,
    value: expect.stringContaining('notice 2 of this case') as string,
  });
  const request = wanted(given);
  expect(await kiosk.client.borrow(request)).toMatchObject({ value: { answers: moved } });
  const once = withAnswer(moved, '/reader/mobile', '13900139000');
  expect(await send(kiosk, correction(request.loan, given.number, once, 3))).toMatchObject([
    { result: 'taken' },
  ]);
});

it('lends nothing without proof, to another person, or when nothing was returned', async () => {
  const given = await handIn();
  const refused = async (change: Partial<LoanRequest>) => kiosk.client.borrow(wanted(given, change));
  expect(await refused({})).toMatchObject({ error: { code: 'nothing-returned' } });
  await giveBack(given.number, ADDRESS);
  const forged = squareOf(sealItem(kiosk, card, 1, readerAnswers()), newSigningKey());
  expect(await refused({ proof: { receipt: forged } })).toMatchObject({ error: { code: 'proof-wrong' } });
  // Signed by the kiosk, under the right number, but of other content.
  const other = squareOf(sealItem(kiosk, card, 1, moved), kiosk.key);
  expect(await refused({ proof: { receipt: other } })).toMatchObject({ error: { code: 'proof-wrong' } });
  expect(await refused({ proof: { card: String(luo.residentId) } })).toMatchObject({
    error: { code: 'proof-wrong' },
  });
  const identity = { method: 'typed', number: String(luo.residentId) } as const;
  expect(await refused({ identity })).toMatchObject({ error: { code: 'identity-differs' } });
  expect(await refused({ proof: { card: number }, identity: { method: 'id-card', number } })).toMatchObject({
    ok: true,
  });
});

it('lends the same loan once more to whom it was lent, and to nobody else', async () => {
  const given = await handIn();
  await giveBack(given.number, ADDRESS);
  const request = wanted(given);
  expect(await kiosk.client.borrow(request)).toMatchObject({ ok: true });
  expect(await kiosk.client.borrow(request)).toMatchObject({ ok: true });
  const other = await desk.newKiosk();
  expect(await other.client.borrow(request)).toMatchObject({ error: { code: 'proof-wrong' } });
  expect((await desk.events()).filter(({ kind }) => kind === 'answers-lent')).toHaveLength(1);
});

it('tells a kiosk of another division where the case is, and takes its correction there', async () => {
  const given = await handIn();
  await giveBack(given.number, ADDRESS);
  const far = await desk.newKiosk('520102');
  const request = wanted(given);
  expect(await far.client.borrow(request)).toMatchObject({ ok: true });
  const id = request.loan;
  const item = sealItem(far, card, 1, moved, { header: { id }, application: { id, corrects: given.number } });
  expect(await send(far, item)).toMatchObject([{ result: 'taken' }]);
  expect(await kiosk.client.caseStatus(item.receiptNumber, null)).toMatchObject({
    value: { receiptNumber: given.number, returned: [], correctedAt: [expect.any(String) as string] },
  });
});

it.each<[string, unknown, string | null, string]>([
  ['a place that is asked nowhere', [{ at: '/dog', why: WHY }], null, '/dog is asked nowhere'],
  ['a document nobody wants', [{ at: 'document:lease', why: WHY }], null, 'document:lease is asked nowhere'],
  ['one place twice', [...ADDRESS, ...ADDRESS], null, '/address is named twice'],
  ['no reasons', [], null, 'these are no reasons'],
  ['one language', [{ at: '/address', why: { en: 'No' } }], null, 'these are no reasons'],
  ['what is no JSON', '[', null, 'line 1'],
  ['a task it does not have', ADDRESS, 'seal', 'it has no task seal'],
  ['a task whose turn has not come', ADDRESS, 'courier', 'courier is waiting-for-another'],
])('does not return a case for %s, and says so', async (_, reasons, task, says) => {
  const given = await handIn();
  const done = await giveBack(given.number, reasons, task);
  expect(done).toMatchObject({ ok: false, error: expect.stringContaining(says) as string });
  const [found] = await desk.look((store) => store.cases.list(null, null, 5));
  expect(found?.tasks[0]?.state).toBe('waiting-for-acceptance');
});

it('returns a case once at a time, by its number or its id, documents too', async () => {
  const given = await handIn();
  expect(await giveBack('520103-K009-1-0001-3', ADDRESS)).toMatchObject({ ok: false });
  const [found] = await desk.look((store) => store.cases.list(null, null, 5));
  const reasons = [...ADDRESS, { at: 'document:photo', why: WHY }];
  expect(await giveBack(found?.id ?? '', reasons)).toMatchObject({
    value: `${given.number}: task card returned, 2 to mend.`,
  });
  expect(await giveBack(given.number, ADDRESS)).toMatchObject({
    error: expect.stringContaining('card is returned') as string,
  });
  // Feeds say places, never an officer's words.
  expect(JSON.stringify(await desk.events())).not.toContain(WHY.en);
});

it.each([
  [[], {}, 'name one case'],
  [['a', 'b'], { reasons: 'file' }, 'name one case'],
  [['a'], {}, '--reasons'],
])('the command complains about %j %j', (words, values, says) => {
  expect(readReturnCommand(words, values)).toMatchObject({
    ok: false,
    error: expect.stringContaining(says) as string,
  });
});

it('takes over the files that are there and not named, and asks anew for the one that is', async () => {
  const file = (digest: string, trust: 'B' | 'C') => ({
    id: 'photo',
    rule: 'photo',
    state: 'attached' as const,
    digest: digest.repeat(64),
    mediaType: 'image/jpeg' as const,
    bytes: 5,
    pages: 1,
    trust,
    key: 'a'.repeat(43),
  });
  const naming = (digest: string, trust: 'B' | 'C' = 'C') => ({
    header: { documents: [{ id: 'photo', digest: digest.repeat(64) }] },
    application: { documents: [file(digest, trust)] },
  });
  const first = sealItem(kiosk, card, 1, readerAnswers(), naming('a'));
  expect(await send(kiosk, first)).toMatchObject([{ result: 'taken' }]);
  const given = { number: first.receiptNumber, qr: squareOf(first, kiosk.key) };
  await giveBack(given.number, ADDRESS);
  const mended = (id: string, digest: string, sequence: number, trust: 'B' | 'C' = 'C') => {
    const { header, application } = naming(digest, trust);
    const corrects = given.number;
    return sealItem(kiosk, card, sequence, moved, {
      header: { ...header, id },
      application: { ...application, id, corrects },
    });
  };
  const id = await borrowed(given);
  expect(await send(kiosk, mended(id, 'b', 2))).toMatchObject([{ because: 'correction-outside' }]);
  // Nobody compared it with its original, then or now.
  expect(await send(kiosk, mended(id, 'a', 2, 'B'))).toMatchObject([{ because: 'attended-wrong' }]);
  expect(await send(kiosk, mended(id, 'a', 2))).toMatchObject([{ result: 'taken' }]);
  await giveBack(given.number, [{ at: 'document:photo', why: WHY }]);
  const request = wanted(given);
  expect(await kiosk.client.borrow(request)).toMatchObject({ ok: true });
  expect(await send(kiosk, mended(request.loan, 'b', 3))).toMatchObject([{ result: 'taken' }]);
  const files = await desk.look(async (store) => {
    const [found] = await store.cases.list(null, null, 1);
    return found === undefined ? [] : store.documents.ofCase(found.division, found.id);
  });
  expect(files.map(({ digest }) => digest[0])).toEqual(['a', 'b']);
});
