import type { Knex } from 'knex';
import { textOf, type Row } from './rows.ts';

export interface UsedNonce {
  keyId: string;
  nonce: string;
  /** UTC text; from then on the request is too old for everybody. */
  forgetAfter: string;
}

function nameOf({ keyId, nonce }: Pick<UsedNonce, 'keyId' | 'nonce'>): string {
  return `${keyId} ${nonce}`;
}

export function nonceStore(db: Knex) {
  return {
    /**
     * Puts nonces down and returns, as 'KEY NONCE', those that were new. Of two platforms that put the same one down at
     * once, one is told that it is new: the other waits for its commit.
     */
    async use(used: UsedNonce[]): Promise<Set<string>> {
      // Always in the same order: two platforms that wait for each other's rows would wait for ever.
      const rows = used
        .toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
        .map(({ keyId, nonce, forgetAfter }) => ({ key_id: keyId, nonce, forget_after: forgetAfter }));
      if (rows.length === 0) return new Set();
      const added = await db('request_nonces')
        .insert(rows)
        .onConflict(['key_id', 'nonce'])
        .ignore()
        .returning<Row[]>(['key_id', 'nonce']);
      return new Set(
        added.map((row) => nameOf({ keyId: textOf(row, 'key_id'), nonce: textOf(row, 'nonce') })),
      );
    },

    /** Forgets what nobody would accept any more. Returns how many. */
    async forget(now: string): Promise<number> {
      return db('request_nonces').where('forget_after', '<', now).delete();
    },

    async count(): Promise<number> {
      const [row] = await db('request_nonces').count<{ count: number | string }[]>({ count: '*' });
      return Number(row?.count ?? 0);
    },
  };
}
export type NonceStore = ReturnType<typeof nonceStore>;
