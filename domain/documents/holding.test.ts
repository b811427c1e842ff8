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
const PREMISES = { record: 'premises', keeping: ['/site', '/held'] };
const title: NeededDocument = { ...mandate, id: 'title', rule: 'title', sparedBy: [PREMISES] };
const holderId: NeededDocument = {
  ...mandate,
  id: 'holder-id-2',
  rule: 'holder-id',
  sparedBy: [{ record: 'population', keeping: ['/shareholders/1/person'] }],
};

function source(place: string, by: string): Source {
  return { place, source: by, on: '2026-11-24' };
}

/** Every answer that the title would prove, out of one record. */
function wholly(by: string): Source[] {
  return [source('/site', by), source('/held', by)];
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
    expect(states({ title: attached }, wholly('premises'), title)).toEqual(['attached']);
  });

  it('is declared only where its rule has words for it', () => {
    const declared: Given = { state: 'declared' };
    expect(states({ income: declared, mandate: declared }, [], income, mandate)).toEqual([
      'declared',
      'needed',
    ]);
  });

  it('is spared by a record that gave all it would prove, and by no other', () => {
    expect(states({}, wholly('premises'), title)).toEqual(['spared']);
    expect(states({}, wholly('enterprise'), title)).toEqual(['needed']);
  });

  it('is not spared where one of these answers is the citizen’s own, or another record’s', () => {
    expect(states({}, [source('/held', 'premises')], title)).toEqual(['needed']);
    expect(states({}, [source('/held', 'premises'), source('/use', 'premises')], title)).toEqual(['needed']);
    const mixed = [source('/site', 'enterprise'), source('/held', 'premises')];
    expect(states({}, mixed, title)).toEqual(['needed']);
  });

  it('is spared by an answer that stands in a larger one, and not by a part of it', () => {
    const street = { ...title, sparedBy: [{ record: 'premises', keeping: ['/site/street'] }] };
    expect(states({}, [source('/site', 'premises')], street)).toEqual(['spared']);
    expect(states({}, [source('/site/street', 'premises'), source('/held', 'premises')], title)).toEqual([
      'needed',
    ]);
  });

  it('is spared by the first of several records that holds', () => {
    const either = { ...title, sparedBy: [PREMISES, { record: 'enterprise', keeping: ['/site'] }] };
    const [held] = holdings([either], {}, [source('/site', 'enterprise'), source('/held', 'premises')]);
    expect(held?.holding).toEqual({ state: 'spared', by: 'enterprise' });
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
    const sources = [...wholly('premises'), source('/name', 'enterprise')];
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
