import { expect, it } from 'vitest';
import { TASK_STATES } from '../../domain/contract/platform-api.ts';
import { stateAfter, type Deed } from './transitions.ts';

const DEEDS: Deed[] = ['open', 'accept', 'return', 'correct', 'decide'];

it.each([
  ['waiting-for-another', 'open', 'waiting-for-acceptance'],
  ['waiting-for-acceptance', 'accept', 'accepted'],
  ['waiting-for-acceptance', 'return', 'returned'],
  ['accepted', 'return', 'returned'],
  ['accepted', 'decide', 'decided'],
  ['returned', 'correct', 'waiting-for-acceptance'],
] as const)('a task that is %s becomes, after the deed “%s”, %s', (state, deed, next) => {
  expect(stateAfter(state, deed)).toBe(next);
});

it('refuses every other deed', () => {
  const allowed = TASK_STATES.flatMap((state) => DEEDS.filter((deed) => stateAfter(state, deed) !== null));
  expect(allowed).toHaveLength(6);
});
