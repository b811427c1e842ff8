import { expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { createNonceLedger } from './nonce-ledger.ts';

it('throws what the database throws, by its name: a request that cannot be put down is not answered', async () => {
  const error = Object.assign(new Error('no connection came free'), { name: 'KnexTimeoutError' });
  const store = { transaction: () => Promise.reject(error) } as unknown as Store;
  await expect(createNonceLedger(store).seen('kiosk', 'nonce', new Date())).rejects.toBe(error);
});
