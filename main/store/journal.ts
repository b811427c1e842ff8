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

/** How far the journal was verified, and when all of it last was. */
export interface Checkpoint {
  position: number;
  hash: string;
  verifiedAt: string;
}

/** What is wrong with the first entry that does not follow: it is gone, its words were changed, or its link was. */
export interface JournalBreak {
  position: number;
  what: 'missing' | 'altered' | 'unlinked';
}

export interface Verified {
  /** How many entries were read. */
  entries: number;
  /** The last one that follows; null: there is none. */
  last: Pick<JournalEntry, 'position' | 'hash'> | null;
  broken: JournalBreak | null;
}

/** How many entries are read in one go. */
const PAGE = 2000;

function hashOf({ previous, position, at, kind, body }: Omit<JournalEntry, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson([previous, position, at, kind, body]))
    .digest('hex');
}

/** What is wrong with an entry that should stand at `position` behind the one with the hash `previous`; null: nothing. */
export function breakAt(entry: JournalEntry, position: number, previous: string): JournalBreak | null {
  if (entry.position !== position) return { position, what: 'missing' };
  if (entry.hash !== hashOf(entry)) return { position, what: 'altered' };
  return entry.previous === previous ? null : { position, what: 'unlinked' };
}

/** `onAppend` hears of every entry as it is written; whether it stays is decided by the transaction around it. */
export function journalStore(db: Knex, onAppend: (entry: JournalEntry) => void = () => {}) {
  const lastEntry = () => db<JournalEntry>('journal').orderBy('position', 'desc').first();
  return {
    /** Appends; must run inside a transaction, so that no two entries follow the same one. */
    async append(at: string, kind: string, body: { [key: string]: Json }): Promise<void> {
      await this.appendAll(at, kind, [body]);
    },

    /** As `append`, for what happened in one moment, in this order and in one statement. */
    async appendAll(at: string, kind: string, bodies: { [key: string]: Json }[]): Promise<void> {
      const last = await lastEntry();
      let [position, previous] = [last?.position ?? 0, last?.hash ?? ''];
      const entries = bodies.map((body): JournalEntry => {
        position += 1;
        const entry = { position, at, kind, body: canonicalJson(body), previous };
        previous = hashOf(entry);
        return { ...entry, hash: previous };
      });
      // Ordered: each is held against the one before it as it goes in.
      await db.raw(
        `insert into journal (position, at, kind, body, previous, hash)
          select value ->> 'position', value ->> 'at', value ->> 'kind', value ->> 'body', value ->> 'previous',
            value ->> 'hash' from json_each(?) order by key`,
        [JSON.stringify(entries)],
      );
      for (const entry of entries) onAppend(entry);
    },

    /** Puts an entry back as it was, behind the one it follows; the table refuses any other. */
    async putBack({ position, at, kind, body, previous, hash }: JournalEntry): Promise<void> {
      await db('journal').insert({ position, at, kind, body, previous, hash });
    },

    async entryAt(position: number): Promise<JournalEntry | null> {
      return (await db<JournalEntry>('journal').where({ position }).first()) ?? null;
    },

    async last(): Promise<JournalEntry | null> {
      return (await lastEntry()) ?? null;
    },

    async lastPosition(): Promise<number> {
      return (await lastEntry())?.position ?? 0;
    },

    /** Reads every entry behind `from` (null: from the first on), up to the first that does not follow. */
    async verify(from: Pick<Checkpoint, 'position' | 'hash'> | null): Promise<Verified> {
      let last = from === null ? null : { position: from.position, hash: from.hash };
      for (let read = 0; ;) {
        const entries = await db<JournalEntry>('journal')
          .where('position', '>', last?.position ?? 0)
          .orderBy('position')
          .limit(PAGE);
        for (const entry of entries) {
          const broken = breakAt(entry, (last?.position ?? 0) + 1, last?.hash ?? '');
          if (broken !== null) return { entries: read, last, broken };
          last = { position: entry.position, hash: entry.hash };
          read += 1;
        }
        if (entries.length < PAGE) return { entries: read, last, broken: null };
      }
    },

    /** Where verifying may begin: the checkpoint, if its entry still says what it said. */
    async checkpoint(): Promise<Checkpoint | null> {
      const kept = await db<{ position: number; hash: string; verified_at: string }>(
        'journal_checkpoint',
      ).first();
      if (kept === undefined) return null;
      const entry = await db<JournalEntry>('journal').where({ position: kept.position }).first();
      if (entry?.hash !== kept.hash || hashOf(entry) !== kept.hash) return null;
      return { position: kept.position, hash: kept.hash, verifiedAt: kept.verified_at };
    },

    async keepCheckpoint({ position, hash, verifiedAt }: Checkpoint): Promise<void> {
      await db('journal_checkpoint')
        .insert({ id: 1, position, hash, verified_at: verifiedAt })
        .onConflict('id')
        .merge();
    },

    /** The last sequence that was entered as submitted; 0: none was. */
    async lastSubmitted(): Promise<number> {
      const rows = await db('journal')
        .where({ kind: 'submitted' })
        .select<{ last: number | null }[]>(db.raw("max(json_extract(body, '$.sequence')) as last"));
      return rows[0]?.last ?? 0;
    },
  };
}
export type JournalStore = ReturnType<typeof journalStore>;
