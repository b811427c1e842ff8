import { describe, expect, it } from 'vitest';
import { told } from '../../tests/builders/procedure.ts';
import type { NeededDocument } from '../procedure/documents.ts';
import type { HeldDocument, Source } from '../submission/envelope.ts';
import { documentsAgree } from './agree.ts';
import { holdings, type Given } from './holding.ts';

const lease: NeededDocument = {
  id: 'lease',
  rule: 'lease',
  title: told('租赁合同', 'Lease'),
  note: null,
  dueOn: '2026-12-01',
  provisional: false,
  mayDeclare: null,
  sparedBy: [],
  item: null,
  accepts: ['image/jpeg', 'application/pdf'],
  maxPages: 3,
};
const mandate: NeededDocument = { ...lease, id: 'mandate', rule: 'mandate', dueOn: null };
const income: NeededDocument = {
  ...mandate,
  id: 'income',
  rule: 'income',
  mayDeclare: told('我有收入', 'I have an income'),
};
const title: NeededDocument = { ...mandate, id: 'title', rule: 'title', sparedBy: ['premises'] };
const holderId: NeededDocument = {
  ...mandate,
  id: 'holder-id-2',
  rule: 'holder-id',
  sparedBy: ['population'],
  item: '/shareholders/1',
};

function source(place: string, by: string): Source {
  return { place, source: by, on: '2026-11-24' };
}

function states(given: Record<string, Given>, sources: Source[], ...needed: NeededDocument[]) {
  return holdings(needed, given, sources).map(({ holding }) => holding.state);
}

describe('what holds for a document', () => {
  it('follows where it may, and is needed where it may not', () => {
    expect(states({}, [], lease, mandate)).toEqual(['to-follow', 'needed']);
  });

  it('is there once it was handed in, whatever else might do', () => {
    const attached: Given = { state: 'attached', pages: 2 };
    expect(states({ title: attached }, [source('/site', 'premises')], title)).toEqual(['attached']);
  });

  it('is declared only where its rule has words for it', () => {
    const declared: Given = { state: 'declared' };
    expect(states({ income: declared, mandate: declared }, [], income, mandate)).toEqual([
      'declared',
      'needed',
    ]);
  });

  it('is spared by a record that gave an answer, and by no other', () => {
    expect(states({}, [source('/site', 'premises')], title)).toEqual(['spared']);
    expect(states({}, [source('/site', 'enterprise')], title)).toEqual(['needed']);
  });

  it('is spared for the item whose answer it was, not for its neighbour', () => {
    expect(states({}, [source('/shareholders/1/person', 'population')], holderId)).toEqual(['spared']);
    expect(states({}, [source('/shareholders/10/person', 'population')], holderId)).toEqual(['needed']);
    expect(states({}, [source('/shareholders/0/person', 'population')], holderId)).toEqual(['needed']);
  });
});

const attached = (id: string, change: object = {}): HeldDocument => ({
  id,
  rule: id,
  state: 'attached',
  digest: 'a'.repeat(64),
  mediaType: 'application/pdf',
  bytes: 1000,
  pages: 2,
  trust: 'C',
  key: 'key',
  ...change,
});

describe('the documents of an application agree with the rules', () => {
  it.each<[string, NeededDocument, HeldDocument, boolean]>([
    ['handed in', mandate, attached('mandate'), true],
    [
      'to follow where it may',
      lease,
      { id: 'lease', rule: 'lease', state: 'to-follow', dueOn: '2026-12-09' },
      true,
    ],
    [
      'to follow where it may not',
      mandate,
      { id: 'mandate', rule: 'mandate', state: 'to-follow', dueOn: '2026-12-01' },
      false,
    ],
    ['to follow on no day', lease, { id: 'lease', rule: 'lease', state: 'to-follow', dueOn: null }, false],
    ['declared where it may be', income, { id: 'income', rule: 'income', state: 'declared' }, true],
    ['declared where it may not be', lease, { id: 'lease', rule: 'lease', state: 'declared' }, false],
    [
      'spared by a record that is named',
      title,
      { id: 'title', rule: 'title', state: 'spared', by: 'premises' },
      true,
    ],
    [
      'spared by another record',
      title,
      { id: 'title', rule: 'title', state: 'spared', by: 'enterprise' },
      false,
    ],
    ['more pages than it may have', mandate, attached('mandate', { pages: 4 }), false],
    ['of a type it may not have', { ...mandate, accepts: ['image/jpeg'] }, attached('mandate'), false],
    ['larger than anything that is taken', mandate, attached('mandate', { bytes: 21 * 1024 * 1024 }), false],
    ['under another’s name', mandate, attached('lease'), false],
  ])('%s', (_, needed, held, agrees) => {
    const sources = [source('/site', 'premises'), source('/name', 'enterprise')];
    expect(documentsAgree([needed], [held], sources)).toBe(agrees);
  });

  it('when a record spared it, only if the application names that record as a source', () => {
    const spared: HeldDocument = { id: 'title', rule: 'title', state: 'spared', by: 'premises' };
    expect(documentsAgree([title], [spared], [])).toBe(false);
  });

  it('all of them, no more, and in their order', () => {
    const both = [attached('mandate'), attached('title')];
    expect(documentsAgree([mandate, title], both, [])).toBe(true);
    expect(documentsAgree([mandate, title], both.toReversed(), [])).toBe(false);
    expect(documentsAgree([mandate], both, [])).toBe(false);
    expect(documentsAgree([mandate, title], [attached('mandate')], [])).toBe(false);
  });
});
