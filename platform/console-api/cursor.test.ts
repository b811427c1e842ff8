import { expect, it } from 'vitest';
import { cursorOf, readCursor } from './cursor.ts';

const place = { receivedAt: '2026-11-24T02:00:00.000Z', id: '01933f5e-7c1a-7000-8000-0123456789ab' };

it('is read back as it was made', () => {
  expect(readCursor(cursorOf(place))).toEqual(place);
});

it.each(['', 'AAAA', Buffer.from('2026 x').toString('base64url'), cursorOf({ ...place, id: "' or 1=1" })])(
  'does not read %j',
  (cursor) => {
    expect(readCursor(cursor)).toBeNull();
  },
);
