import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Candidate } from './candidates.ts';
import { compose, isComposing, MOST_LETTERS, NOTHING, type Composing, type Press } from './compose.ts';

function type(letters: string, from: Composing = NOTHING): Composing {
  return [...letters].reduce((now, letter) => compose(now, { key: 'letter', letter }).composing, from);
}

function pick(composing: Composing, text: string, to: number) {
  return compose(composing, { key: 'pick', candidate: { text, to } });
}

const letter = fc
  .constantFrom(...'abcdefghijklmnopqrstuvwxyz')
  .map((one): Press => ({ key: 'letter', letter: one }));
const split = fc.constant<Press>({ key: 'split' });
const back = fc.constant<Press>({ key: 'back' });
const turn = fc.nat(9).map((to): Press => ({ key: 'turn', to }));
/** A candidate for so many of the letters as there are. */
const picking = fc.record({
  text: fc.constantFrom('贵', '贵阳', '𬭎'),
  share: fc.integer({ min: 1, max: 4 }),
});

function candidateFor({ letters }: Composing, { text, share }: { text: string; share: number }): Candidate {
  return { text, to: Math.max(1, Math.ceil((letters.length * share) / 4)) };
}

it('puts a word into the field once all its letters are picked', () => {
  expect(pick(type('guiyang'), '贵阳', 7)).toEqual({ composing: NOTHING, text: '贵阳', isForField: false });
});

it('keeps what was picked for the first letters until the rest is picked too', () => {
  const first = pick(type('guiyangshi'), '贵阳', 7);
  expect(first).toMatchObject({ text: '', composing: { letters: 'shi', picks: [{ text: '贵阳' }] } });
  expect(pick(first.composing, '市', 3).text).toBe('贵阳市');
});

it('does not make a syllable of the apostrophe behind what was picked', () => {
  const { composing } = pick(type("xi'an"), '西', 2);
  expect(composing.letters).toBe('an');
});

it('opens a pick again when nothing of the letters behind it is left', () => {
  const { composing } = pick(type('guiyangs'), '贵阳', 7);
  expect(compose(composing, { key: 'back' }).composing).toEqual({ letters: 'guiyang', picks: [], page: 0 });
});

it('leaves the backspace to the field when nothing is composed', () => {
  expect(compose(NOTHING, { key: 'back' })).toEqual({ composing: NOTHING, text: '', isForField: true });
});

it('takes no more letters than the line above the keys holds', () => {
  expect(type('a'.repeat(MOST_LETTERS + 5)).letters).toHaveLength(MOST_LETTERS);
});

it('takes back a letter with the backspace, wherever it was typed', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(letter, split)), letter, (before, last) => {
      const start = before.reduce((now, press) => compose(now, press).composing, NOTHING);
      const after = compose(start, last).composing;
      if (after.letters === start.letters) return;
      expect(compose(after, { key: 'back' }).composing).toEqual({ ...start, page: 0 });
    }),
  );
});

it('comes back to nothing by the backspace alone, and to the field only then', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(letter, split, turn, picking)), (presses) => {
      let composing = NOTHING;
      for (const press of presses) {
        const real: Press =
          'key' in press ? press : { key: 'pick', candidate: candidateFor(composing, press) };
        if (real.key === 'pick' && !isComposing(composing)) continue;
        ({ composing } = compose(composing, real));
      }
      for (let strokes = 0; isComposing(composing); strokes += 1) {
        expect(strokes).toBeLessThan(2 * MOST_LETTERS);
        const step = compose(composing, { key: 'back' });
        expect(step).toMatchObject({ text: '', isForField: false });
        ({ composing } = step);
      }
      expect(composing).toEqual({ ...NOTHING, page: composing.page });
    }),
  );
});

it('lets nothing into the field but what was picked, and all of it', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(letter, split, back, turn, picking)), (presses) => {
      let composing = NOTHING;
      for (const press of presses) {
        const before = composing;
        const real: Press =
          'key' in press ? press : { key: 'pick', candidate: candidateFor(composing, press) };
        if (real.key === 'pick' && !isComposing(composing)) continue;
        const step = compose(composing, real);
        ({ composing } = step);
        if (step.text === '') continue;
        const picked = [
          ...before.picks.map(({ text }) => text),
          real.key === 'pick' ? real.candidate.text : '',
        ];
        expect(step.text).toBe(picked.join(''));
        expect(isComposing(composing)).toBe(false);
      }
    }),
  );
});
