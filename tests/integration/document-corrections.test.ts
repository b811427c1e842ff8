// A returned application keeps what was handed in with it: nobody brings a second time what nobody found fault with.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { View, ViewOf } from '../../domain/contract/views.ts';
import type { Reasons } from '../../domain/correction/reasons.ts';
import { systemClock } from '../../lib/clock.ts';
import { jpeg } from '../builders/files.ts';
import { yang } from '../builders/people.ts';
import { openDocumentCity, type DocumentCity } from '../document-city.ts';
import { ask, confirm } from '../fill-in.ts';
import { on, photographAll } from '../hand-in-documents.ts';
import { WHY } from '../library-city.ts';
import { returnFor } from '../returned.ts';

let city: DocumentCity;

beforeEach(async () => {
  city = await openDocumentCity();
});
afterEach(() => city.stop());

const [first, second, third] = (await Promise.all(
  ['#f6f3ea', '#e8f0ff', '#ffe8e8'].map((tint) => jpeg(800, 1100, tint)),
)) as [Buffer, Buffer, Buffer];

/** Hands in a lease of two pages, a consent and a declaration, and leaves; all of it arrives. */
async function applied(): Promise<ViewOf<'receipt'>> {
  let view = await photographAll(city.send, await city.arrive(), 'lease', [first, second]);
  view = await photographAll(city.send, view, 'landlord-consent', [third]);
  view = on(await ask(city.send, 'declareDocument', { page: view.page, document: 'income' }), 'documents');
  const receipt = await city.submit(view);
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  return receipt;
}

/** The case is returned, and its applicant opens it at the kiosk, to mend it. */
async function returned({ number, qr }: ViewOf<'receipt'>, reasons: Reasons): Promise<ViewOf<'check'>> {
  const where = { data: join(city.folder, 'platform'), procedures: city.procedures };
  await returnFor(where, number, reasons, systemClock.now());
  const { page } = await ask(city.send, 'askProgress', null);
  const progress = on(await ask(city.send, 'findProgress', { page, number: qr }), 'progress');
  const asked = on(await ask(city.send, 'mend', { page: progress.page }), 'mend-identity');
  const given = { page: asked.page, number: String(yang.residentId) };
  return on(await ask(city.send, 'giveIdentity', given), 'check');
}

async function press(view: View, answers: Record<string, string> = {}): Promise<View> {
  return ask(city.send, 'answerPage', { page: view.page, answers });
}

/** From the check page to the receipt. */
async function handedIn(check: View): Promise<ViewOf<'receipt'>> {
  const receipt = await confirm(city.send, on(await press(check), 'confirm'));
  await ask(city.send, 'leave', null);
  await city.kiosk.drain();
  return receipt;
}

async function attached(number: string): Promise<Record<string, string>> {
  const { documents } = await city.application(number);
  return Object.fromEntries(
    documents.map((document) => [document.id, 'digest' in document ? document.digest : document.state]),
  );
}

it('is mended without handing in again what is not named', async () => {
  const receipt = await applied();
  const before = await attached(receipt.number);
  const check = await returned(receipt, [{ at: '/address', why: WHY }]);
  const page = await ask(city.send, 'changeAnswer', { page: check.page, at: '/address' });
  await handedIn(await press(page, { '/address': '贵阳市云岩区蔡家街 28 号' }));
  expect(await attached(receipt.number)).toEqual(before);
  expect(city.stored()).toEqual([before['lease'], before['landlord-consent']].toSorted());
  // Nothing is sent twice: the platform holds it.
  expect(city.kept()).toEqual([]);
});

it('takes the named document anew, and offers no other to be changed', async () => {
  const receipt = await applied();
  const before = await attached(receipt.number);
  const check = await returned(receipt, [{ at: 'document:landlord-consent', why: WHY }]);
  const page = on(await ask(city.send, 'changeAnswer', { page: check.page, at: '/documents' }), 'documents');
  const offered = Object.fromEntries(
    page.documents.map(({ id, state, camera, canUndo, declares }) => [
      id,
      [state, camera, canUndo, declares !== null],
    ]),
  );
  expect(offered).toEqual({
    photo: ['to-follow', true, false, false],
    lease: ['attached', false, false, false],
    'landlord-consent': ['needed', true, false, false],
    income: ['declared', false, false, false],
  });
  const done = await photographAll(city.send, page, 'landlord-consent', [first]);
  await handedIn(await press(done));
  const after = await attached(receipt.number);
  expect({ ...after, 'landlord-consent': '' }).toEqual({ ...before, 'landlord-consent': '' });
  expect(after['landlord-consent']).not.toBe(before['landlord-consent']);
  expect(city.stored()).toContain(after['landlord-consent']);
});
