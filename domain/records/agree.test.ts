import { describe, expect, it } from 'vitest';
import { firmCard, lendingCard } from '../../tests/builders/lending-card.ts';
import { readerAnswers } from '../../tests/builders/library-card.ts';
import type { Source } from '../submission/envelope.ts';
import { consentsAgree, sourcesAgree } from './agree.ts';

const answers = readerAnswers();
const from = (source: string, place: string): Source => ({ place, source, on: '2026-11-20' });

const card = from('id-card', '/reader/name');
const mobile = from('population', '/reader/mobile');
const address = from('premises', '/address');

const sourcesFit = (sources: Source[]) => sourcesAgree(lendingCard, answers, sources);
const consentsFit = (sources: Source[], consents: string[], procedure = lendingCard) =>
  consentsAgree(procedure, sources, consents);

it('takes what card and records give in this matter, and an application without any', () => {
  expect(sourcesFit([card, mobile, address])).toBe(true);
  expect(sourcesFit([])).toBe(true);
});

it('takes the item of a list by its number', () => {
  const byItem = lendingCard.prefill.map((one) => ({ ...one, into: { '/people/*/name': '/name' } }));
  const people = [{ name: '罗清源' }, { name: '杨雨禾' }];
  const fits = (place: string) =>
    sourcesAgree({ ...lendingCard, prefill: byItem }, { people }, [from('population', place)]);
  expect(fits('/people/1/name')).toBe(true);
  expect(fits('/people/2/name')).toBe(false);
  expect(fits('/people/*/name')).toBe(false);
});

describe('does not take a source', () => {
  it.each([
    ['that this matter does not use', [from('enterprise', '/reader/mobile')]],
    ['that fills in another place', [from('population', '/reader/name')]],
    ['that fills in only a part of this place', [from('population', '/reader')]],
    ['for a place that is none', [from('population', 'reader/mobile')]],
    ['for a place no answer can have', [from('population', '/__proto__/mobile')]],
    ['named twice for one place', [mobile, mobile]],
  ])('%s', (_what, sources) => {
    expect(sourcesFit(sources)).toBe(false);
  });

  it('for an answer that is not there', () => {
    expect(sourcesAgree(lendingCard, { reader: { name: '杨雨禾' } }, [mobile])).toBe(false);
  });
});

it('demands consent for each record that the matter uses with consent only', () => {
  expect(consentsFit([card, mobile, address], ['population', 'premises'])).toBe(true);
  expect(consentsFit([card, mobile, address], ['population'])).toBe(false);
  expect(consentsFit([card], [])).toBe(true);
  expect(consentsFit([from('enterprise', '/firm/name')], [], firmCard)).toBe(true);
});

it('takes a consent that found nothing, and none that the matter does not ask for', () => {
  expect(consentsFit([], ['population', 'premises'])).toBe(true);
  expect(consentsFit([], ['population', 'population'])).toBe(false);
  expect(consentsFit([], ['enterprise'])).toBe(false);
  expect(consentsFit([], ['enterprise'], firmCard)).toBe(false);
  expect(consentsFit([], ['id-card'])).toBe(false);
});
