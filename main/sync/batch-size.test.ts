import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BATCH_BYTES, BATCH_ITEMS } from '../../domain/contract/platform-api.ts';
import { batchAsked, LARGEST_BATCH } from './batch-size.ts';

it.each<[string, unknown]>([
  ['nothing', {}],
  ['no object', 7],
  ['null', { batch: null }],
  ['half of it', { batch: { items: 10 } }],
  ['words', { batch: { items: 'all', bytes: 'many' } }],
  ['less than one', { batch: { items: 0, bytes: -1 } }],
  ['a part of one', { batch: { items: 1.5, bytes: 1000 } }],
])('is not told by an answer that says %s', (_, answer) => {
  expect(batchAsked(answer)).toBeNull();
});

it('is what the platform asks for, within what the contract allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), fc.integer({ min: 1 }), (items, bytes) => {
      const asked = batchAsked({ batch: { items, bytes } });
      expect(asked?.items).toBe(Math.min(items, BATCH_ITEMS));
      expect(asked?.bytes).toBeGreaterThan(0);
      expect(asked?.bytes).toBeLessThanOrEqual(LARGEST_BATCH.bytes);
      // base64 and what is around it still fit.
      if (bytes >= 100_000) expect(((asked?.bytes ?? 0) * 4) / 3).toBeLessThan(Math.min(bytes, BATCH_BYTES));
    }),
  );
});
