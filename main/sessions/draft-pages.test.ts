// What of an application need not be shown: pages that a card or a record has answered.
import { describe, expect, it } from 'vitest';
import { TODAY } from '../../tests/builders/asked.ts';
import { yang } from '../../tests/builders/people.ts';
import { prepared } from '../../tests/builders/procedure.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { addItem, removeItem } from './draft-items.ts';
import { answerPage, changeAnswer, goBack, passOver } from './draft-pages.ts';
import { newDraft, type Draft } from './draft.ts';

const owner = { name: yang.name, residentId: yang.residentId, mobile: yang.mobile };

function from(source: string, ...places: string[]): Draft['sources'] {
  return places.map((place) => ({ place, source, on: TODAY }));
}

const OWNER = from('id-card', '/owner/name', '/owner/residentId', '/owner/mobile');

function drafted(change: Partial<Draft> = {}, answers: JsonObject = { owner }): Draft {
  const draft = newDraft(prepared(), 'draft', new Date('2026-11-24T02:00:00Z'));
  return { ...draft, answers, ...change };
}

function pageOf({ position }: Draft): string {
  return position.at === 'page' || position.at === 'item' ? position.page : position.at;
}

const purpose = { '/purpose': 'guard', '/totalFen': '3', '/way': 'counter' };

describe('a page that a card has answered', () => {
  it('is passed over', () => {
    expect(pageOf(passOver(drafted({ sources: OWNER }), TODAY))).toBe('purpose');
  });

  it('is shown while one of its answers comes from nowhere', () => {
    expect(pageOf(passOver(drafted({ sources: OWNER.slice(1) }), TODAY))).toBe('owner');
    const incomplete = { name: yang.name, residentId: yang.residentId };
    expect(pageOf(passOver(drafted({ sources: OWNER }, { owner: incomplete }), TODAY))).toBe('owner');
  });

  it('is shown while something is wrong with it', () => {
    const wrong = { ...owner, residentId: '520102199003070011' };
    expect(pageOf(passOver(drafted({ sources: OWNER }, { owner: wrong }), TODAY))).toBe('owner');
  });

  it('is passed over on the way forward and back', () => {
    const site = from('premises', '/site');
    const draft = drafted(
      { sources: [...OWNER, ...site], position: { at: 'page', page: 'purpose' } },
      { owner, site: '仓库' },
    );
    const after = answerPage(draft, purpose, TODAY);
    expect(pageOf(after)).toBe('breeds');
    const back = goBack(after, TODAY);
    expect(back === null ? null : pageOf(back)).toBe('purpose');
    expect(back === null ? null : goBack(back, TODAY)).toBeNull();
  });

  it('opens from the check page, and leads back there', () => {
    const checking = drafted({ sources: OWNER, position: { at: 'check' } });
    const opened = changeAnswer(checking, '/owner/mobile', TODAY);
    expect([pageOf(opened), opened.changing]).toEqual(['owner', true]);
    expect(goBack(opened, TODAY)).toMatchObject({ position: { at: 'check' }, changing: false });
  });

  it('keeps the sources of what the citizen leaves as it is, and of nothing else', () => {
    const raw = {
      '/owner/name': yang.name,
      '/owner/residentId': yang.residentId,
      '/owner/mobile': '15985012345',
    };
    const after = answerPage(drafted({ sources: OWNER }), raw, TODAY);
    expect(after.sources.map(({ place }) => place)).toEqual(['/owner/name', '/owner/residentId']);
    expect(pageOf(after)).toBe('purpose');
    const kept = answerPage(drafted({ sources: OWNER }), { ...raw, '/owner/mobile': yang.mobile }, TODAY);
    expect(kept.sources).toEqual(OWNER);
  });

  it('keeps all of them while the page stands still', () => {
    const after = answerPage(drafted({ sources: OWNER }), { '/owner/name': '王' }, TODAY);
    expect([pageOf(after), after.sources]).toEqual(['owner', OWNER]);
  });
});

describe('a list that a record has given', () => {
  const dogs = [{ name: '黑子', size: 'small', feeFen: 300 }];
  const answers = { owner, purpose: 'pet', totalFen: 300, way: 'counter', dogs };
  const draft = drafted(
    { sources: from('enterprise', '/dogs'), position: { at: 'page', page: 'breeds' } },
    answers,
  );

  it('is passed over whole', () => {
    expect(pageOf(answerPage(draft, {}, TODAY))).toBe('papers');
  });

  it('is the citizen’s own as soon as an item comes or goes', () => {
    const onList: Draft = { ...draft, position: { at: 'page', page: 'dogs' } };
    expect(addItem(onList, TODAY).sources).toEqual([]);
    expect(removeItem(onList, 0).sources).toEqual([]);
  });

  it('is shown while it does not add up', () => {
    const short = { ...draft, answers: { ...answers, totalFen: 301 } };
    expect(pageOf(answerPage(short, {}, TODAY))).toBe('dogs');
  });
});

it('a page that closes behind the citizen’s own answer does not lead back to the beginning', () => {
  const draft = drafted({ position: { at: 'page', page: 'site' } }, { owner, purpose: 'pet' });
  expect(pageOf(answerPage(draft, {}, TODAY))).toBe('breeds');
});
