import { expect, it } from 'vitest';
import { tableOf } from './table.ts';

it('puts names to the left and figures to the right, as wide as the widest', () => {
  expect(
    tableOf(
      ['candidate', 'key p50'],
      [
        ['kiosk', '9.1 ms'],
        ['hand-written', '112.0 ms'],
      ],
    ),
  ).toEqual([
    'candidate      key p50',
    '----------------------',
    'kiosk           9.1 ms',
    'hand-written  112.0 ms',
  ]);
});
