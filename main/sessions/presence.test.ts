import { expect, it } from 'vitest';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';
import { manualTime } from '../../tests/fakes/manual-time.ts';
import { TEST_CONFIG } from '../../tests/test-config.ts';
import { createPresence } from './presence.ts';
import { newSession } from './session.ts';

function stand() {
  const time = manualTime(new Date('2026-11-24T02:00:00Z'));
  const events: KioskEvent[] = [];
  let gone = 0;
  const session = { ...newSession('zh-CN'), screen: { at: 'matters' as const } };
  const presence = createPresence({
    config: TEST_CONFIG,
    timers: time.timers,
    emit: (event) => events.push(event),
    session: () => session,
    onGone: () => (gone += 1),
  });
  return { time, events, presence, gone: () => gone };
}

it('asks at once when the card is taken away, and ends the session when nobody answers', () => {
  const { time, events, presence, gone } = stand();
  presence.touch();
  presence.cardTaken();
  expect(events).toEqual([{ name: 'idle', payload: { seconds: 20, because: 'card-removed' } }]);
  time.pass(19_999);
  expect(gone()).toBe(0);
  time.pass(1);
  expect(gone()).toBe(1);
});

it('goes on as before once somebody says that they are here', () => {
  const { time, events, presence, gone } = stand();
  presence.cardTaken();
  presence.touch();
  expect(events.at(-1)).toEqual({ name: 'idle', payload: null });
  time.pass(TEST_CONFIG.idle.warnAfterSeconds * 1000);
  expect(events.at(-1)).toEqual({ name: 'idle', payload: { seconds: 30 } });
  expect(gone()).toBe(0);
});
