import { expect, it } from 'vitest';
import type { Kiosk } from '../store/kiosks.ts';
import type { Examined, Examiner, Sent } from './examine.ts';
import { lookingAgain } from './look-again.ts';

const refused = (because: 'unknown-procedure' | 'malformed', id: string): Examined => ({
  ok: true,
  verdict: { state: 'refused', name: { id, contentHash: null }, because },
});
const kiosk = {} as Kiosk;
const sent: Sent[] = ['a', 'b', 'c', 'd'].map((value) => ({ value, isKnown: false }));

it('asks again, in order, only for what the threads do not know', async () => {
  const asked: unknown[] = [];
  const threads: Examiner = {
    examine: async () => [
      refused('malformed', 'a'),
      refused('unknown-procedure', 'b'),
      { ok: false, surprise: new Error('a thread died') },
      refused('unknown-procedure', 'd'),
    ],
  };
  const here: Examiner = {
    async examine(_, again) {
      asked.push(...again.map(({ value }) => value));
      return again.map(({ value }) => refused('malformed', `again ${String(value)}`));
    },
  };
  const examined = await lookingAgain(threads, here).examine(kiosk, sent);
  expect(asked).toEqual(['b', 'd']);
  expect(examined).toEqual([
    refused('malformed', 'a'),
    refused('malformed', 'again b'),
    expect.objectContaining({ ok: false }),
    refused('malformed', 'again d'),
  ]);
});
