import { expect, it } from 'vitest';
import { llcAnswers } from '../../tests/builders/llc-application.ts';
import { preparedLibraryCard, readerAnswers } from '../../tests/builders/library-card.ts';
import { llc } from '../../tests/llc.ts';
import { withAnswer, type JsonObject } from '../procedure/pointer.ts';
import type { HeldDocument } from '../submission/envelope.ts';
import { changedOutside, documentsOutside, mayChange } from './changes.ts';

const TODAY = '2026-11-25';
const card = preparedLibraryCard();
const before = readerAnswers();
const outside = (after: JsonObject, ...named: string[]) =>
  changedOutside(card, { before, named }, after, TODAY);

it('lets be what was not touched', () => {
  expect(outside(before, '/address')).toEqual([]);
});

it('lets a named answer be changed, and tells of another', () => {
  const moved = withAnswer(before, '/address', '贵阳市云岩区蔡家街 28 号');
  expect(outside(moved, '/address')).toEqual([]);
  expect(outside(moved, '/reader/mobile')).toEqual(['/address']);
  expect(outside(withAnswer(moved, '/reader/mobile', '13900139000'), '/address')).toEqual(['/reader/mobile']);
});

it('lets go what a change hides, and come what it opens', () => {
  const fetched = withAnswer(withAnswer(before, '/delivery', 'counter'), '/address', undefined);
  expect(outside(fetched, '/delivery')).toEqual([]);
  const asked = changedOutside(card, { before: fetched, named: ['/delivery'] }, before, TODAY);
  expect(asked).toEqual([]);
});

it('lets be mended what a named change makes wrong elsewhere, and no more than that', async () => {
  const company = await llc();
  const was = llcAnswers();
  const mending = { before: was, named: ['/company/capitalFen'] };
  const is = llcAnswers({ '/company/capitalFen': 120_000_000 });
  expect(changedOutside(company, mending, is, TODAY)).toEqual([]);
  const may = mayChange(company, mending, is, TODAY);
  expect([may('/company/capitalFen'), may('/shareholders/0/amountFen'), may('/company/phone')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('says what may be changed before anything was', () => {
  const may = mayChange(card, { before, named: ['/address'] }, before, TODAY);
  expect([may('/address'), may('/reader/name'), may('/delivery')]).toEqual([true, false, false]);
});

const attached = (id: string, digest: string): HeldDocument => ({
  id,
  rule: id,
  state: 'attached',
  digest: digest.repeat(64),
  mediaType: 'application/pdf',
  bytes: 1,
  pages: 1,
  trust: 'C',
  key: 'key',
});
const follows = (id: string): HeldDocument => ({ id, rule: id, state: 'to-follow', dueOn: '2026-12-01' });

it.each<[string, HeldDocument[], HeldDocument[], string[]]>([
  ['the same file', [attached('lease', 'a')], [attached('lease', 'a')], []],
  ['another file', [attached('lease', 'a')], [attached('lease', 'b')], ['lease']],
  ['a file that was promised', [follows('lease')], [attached('lease', 'b')], []],
  ['a file taken back', [attached('lease', 'a')], [follows('lease')], ['lease']],
  ['a file no longer called for', [attached('lease', 'a')], [], []],
])('of documents that the notice does not name: %s', (_, was, is, told) => {
  expect(documentsOutside(was, is, [])).toEqual(told);
  expect(documentsOutside(was, is, ['lease'])).toEqual([]);
});
