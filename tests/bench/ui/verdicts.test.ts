import { expect, it } from 'vitest';
import { addTo, noSamples, type AllSamples } from './figures.ts';
import { lineOf, verdictsOf } from './verdicts.ts';

/** Everything at its very limit, so that the least more is too much. */
function atTheLimit(): AllSamples {
  const all = noSamples();
  addTo(all, 'bare', { pageMs: [20] });
  addTo(all, 'hand-written', { keyMs: [10], heapBytes: [2_000_000] });
  addTo(all, 'surveyjs', { keyMs: [20], heapBytes: [4_000_000], scriptBytes: [500_000] });
  addTo(all, 'kiosk', {
    keyMs: [12],
    heapBytes: [2_400_000],
    pageMs: [70],
    scriptBytes: [300_000],
    lookUpMs: [1, 2, 4],
  });
  return all;
}

it('is content with what is just at the limit', () => {
  expect(verdictsOf(atTheLimit()).filter(({ isMet }) => !isMet)).toEqual([]);
});

it.each([
  [
    'keyMs',
    12.1,
    ['key to painted frame: at most 1.2 × hand-written', 'key to painted frame: at most 0.6 × surveyjs'],
  ],
  [
    'heapBytes',
    2_410_000,
    ['heap after 60 fields: at most 1.2 × hand-written', 'heap after 60 fields: at most 0.6 × surveyjs'],
  ],
  ['pageMs', 70.2, ['page to next page, p95: at most 3 frames (50 ms) above a bare change of route']],
  ['scriptBytes', 301_000, ['script, gzipped: at most 0.6 × surveyjs']],
  ['lookUpMs', 4.3, ['look-up of candidates, p99: at most 4.2 ms, a quarter of a frame']],
] as const)('calls %s of %s a miss', (figure, value, aims) => {
  const all = atTheLimit();
  all.kiosk[figure] = [value];
  expect(verdictsOf(all).flatMap(({ aim, isMet }) => (isMet ? [] : [aim]))).toEqual(aims);
});

it('judges keys by their median: one slow key is no slow screen', () => {
  const all = atTheLimit();
  all.kiosk.keyMs = [12, 11, 90, 12, 11];
  expect(verdictsOf(all)[0]).toMatchObject({ isMet: true, measured: '1.20 ×' });
});

it('judges pages by their slow end', () => {
  const all = atTheLimit();
  all.kiosk.pageMs = [...Array.from({ length: 18 }, () => 30), 500, 500];
  expect(verdictsOf(all).find(({ aim }) => aim.startsWith('page'))).toMatchObject({ isMet: false });
});

it('gives no verdict on what was not measured', () => {
  expect(() => verdictsOf(noSamples())).toThrow('was not measured');
});

it('says in one line what was aimed at and what came of it', () => {
  expect(lineOf({ aim: 'heap: at most 2 × it', isMet: false, measured: '3.00 ×' })).toBe(
    'MISSED heap: at most 2 × it: 3.00 ×',
  );
});
