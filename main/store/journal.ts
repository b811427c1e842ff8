// The kiosk's own journal: what happened, never what was answered. Each entry carries the hash of the one before, so
// that a line edited, removed or slipped in by hand is found at the next start.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { canonicalJson, type Json } from '../../domain/submission/canonical-json.ts';

export interface JournalEntry {
  position: number;
  at: string;
  kind: string;
  body: string;
  previous: string;
  hash: string;
}

function hashOf({ previous, position, at, kind, body }: Omit<JournalEntry, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson([previous, position, at, kind, body]))
    .digest('hex');
}

export function journalStore(db: Knex) {
  return {
    /** Appends; must run inside a transaction, so that no two entries follow the same one. */
    async append(at: string, kind: string, body: { [key: string]: Json }): Promise<void> {
      const last = await db<JournalEntry>('journal').orderBy('position', 'desc').first();
      const entry = {
        position: (last?.position ?? 0) + 1,
        at,
        kind,
        body: canonicalJson(body),
        previous: last?.hash ?? '',
      };
      await db('journal').insert({ ...entry, hash: hashOf(entry) });
    },

    /** The position of the first entry that does not follow from the one before, or null when the chain is whole. */
    async firstBroken(): Promise<number | null> {
      let previous = '';
      for (let after = 0; ;) {
        const entries = await db<JournalEntry>('journal')
          .where('position', '>', after)
          .orderBy('position')
          .limit(1000);
        for (const entry of entries) {
          const follows =
            entry.previous === previous && entry.position === after + 1 && entry.hash === hashOf(entry);
          if (!follows) return entry.position;
          previous = entry.hash;
          after = entry.position;
        }
        if (entries.length === 0) return null;
      }
    },
  };
}
export type JournalStore = ReturnType<typeof journalStore>;
