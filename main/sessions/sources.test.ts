import { expect, it } from 'vitest';
import type { Source } from '../../domain/submission/envelope.ts';
import { keptSources, sourceOf } from './sources.ts';

const address: Source = { place: '/address', source: 'premises', on: '2026-11-20' };
const name: Source = { place: '/firms/1/name', source: 'enterprise', on: '2026-11-20' };
const before = { address: { area: '520103', detail: '蔡家街 26 号' }, firms: [{}, { name: '黔程' }] };
const kept = (after: Parameters<typeof keptSources>[2]) =>
  keptSources([address, name], before, after).map(({ place }) => place);

it('keeps a source as long as its whole answer is as it was', () => {
  expect(kept(before)).toEqual(['/address', '/firms/1/name']);
  expect(kept({ ...before, address: { area: '520103', detail: '蔡家街 28 号' } })).toEqual(['/firms/1/name']);
});

it('drops a source whose answer went, by itself or with the list it stood in', () => {
  expect(kept({ ...before, firms: [{ name: '黔程' }] })).toEqual(['/address']);
  expect(keptSources([name], {}, {})).toEqual([]);
});

it('tells where a part of an answer comes from', () => {
  expect(sourceOf('/address/detail', [address])).toBe(address);
  expect(sourceOf('/addressee', [address])).toBeNull();
});
