import { expect, it } from 'vitest';
import { dayIn, heldFor, lasting, momentIn } from './moments.ts';

const MINUTE = 60_000;

it('says times by the city’s clock', () => {
  expect(momentIn('zh-CN', '2026-11-24T18:05:00.000Z')).toBe('11月25日 02:05');
  expect(momentIn('en', '2026-11-24T18:05:00.000Z')).toBe('25 Nov 02:05');
  expect(dayIn('zh-CN', '2026-12-01')).toBe('12月1日');
  expect(dayIn('en', '2026-12-01')).toBe('1 Dec');
});

it.each([
  [-5, 'under 1 min'],
  [0.9, 'under 1 min'],
  [59, '59 min'],
  [60, '1 h 0 min'],
  [1439, '23 h 59 min'],
  [1440, '1 d 0 h'],
  [3000, '2 d 2 h'],
])('says %d minutes as %s', (minutes, words) => {
  expect(lasting(minutes * MINUTE).en).toBe(words);
});

it('says how long something was held only when it was', () => {
  expect(heldFor('2026-11-24T02:00:00.000Z', '2026-11-24T02:02:00.000Z')).toBeNull();
  expect(heldFor('2026-11-24T02:00:00.000Z', '2026-11-24T02:26:00.000Z')?.['zh-CN']).toBe(
    '在终端存了 26 分钟',
  );
  expect(heldFor('2026-11-24T02:00:00.000Z', '2026-11-23T02:00:00.000Z')).toBeNull();
});
