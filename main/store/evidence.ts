// What the database itself cannot notice: a flipped bit that dropped the last commits, a row that somebody changed by
// hand. The sequence, the journal and the hashes of what was handed in have to agree.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Clock } from '../../lib/clock.ts';
import { journalStore, type Checkpoint, type Verified } from './journal.ts';

/** A journal up to this long is read whole at every start: it takes no time that anybody would notice. */
export const ALWAYS_WHOLE = 20_000;

/** A longer one is read whole when that was last done so long ago, and between from the checkpoint on. */
const WHOLE_EVERY_MS = 7 * 24 * 60 * 60 * 1000;

/** Verifies the journal as far as a start has to. */
export async function verifyAtStart(db: Knex, clock: Clock): Promise<Verified> {
  const journal = journalStore(db);
  const checkpoint = await journal.checkpoint();
  const isLong = (await journal.lastPosition()) > ALWAYS_WHOLE;
  const from = isLong && checkpoint !== null && isRecent(checkpoint, clock) ? checkpoint : null;
  return journal.verify(from);
}

/** A time that lies ahead is none: the clock was set back since, and it could be ahead for years. */
function isRecent({ verifiedAt }: Checkpoint, clock: Clock): boolean {
  const ageMs = clock.now().getTime() - new Date(verifiedAt).getTime();
  return ageMs >= 0 && ageMs < WHOLE_EVERY_MS;
}

/** Notes how far a start has verified. The time stays that of the last whole reading. */
export async function keepCheckpoint(db: Knex, verified: Verified, clock: Clock): Promise<void> {
  if (verified.last === null) return;
  const journal = journalStore(db);
  const isWhole = verified.entries === verified.last.position;
  const kept = isWhole ? null : await journal.checkpoint();
  const verifiedAt = kept?.verifiedAt ?? clock.now().toISOString();
  await journal.keepCheckpoint({ ...verified.last, verifiedAt });
}

/** A submission that is not what was put down: its bytes changed, or its hash is not the one in the journal. */
export interface Altered {
  sequence: number;
  receiptNumber: string;
  what: 'bytes' | 'hash' | 'not-in-journal';
}

interface Row {
  sequence: number;
  receipt_number: string;
  content_hash: Buffer;
  envelope: Buffer | null;
  entered: string | null;
}

/** Envelopes are read so many at a time: 10,000 that wait must not fill the memory. */
const PAGE = 50;

/**
 * The hash that the journal names. A question of its own: in an outer join SQLite does not take the index of what was
 * submitted, and read the whole journal for each one that waits.
 */
export const ENTERED = `select json_extract(j.body, '$.contentHash') from journal j
  where j.kind = 'submitted' and json_extract(j.body, '$.sequence') = s.sequence`;

/**
 * Holds submissions against their hash and against the journal, which must be verified first. `waiting`: those that
 * are still to be sent. The bytes of an acknowledged one may be gone; its hash must stand.
 */
export async function alteredSubmissions(db: Knex, which: 'waiting' | 'all'): Promise<Altered[]> {
  const altered: Altered[] = [];
  for (let after = 0; ;) {
    const rows = await db('submissions as s')
      .join('outbox as o', 'o.sequence', 's.sequence')
      .modify((query) => {
        if (which === 'waiting') void query.whereIn('o.state', ['queued', 'sending']);
      })
      .where('s.sequence', '>', after)
      .orderBy('s.sequence')
      .limit(PAGE)
      .select<Row[]>(
        's.sequence',
        's.receipt_number',
        's.content_hash',
        's.envelope',
        db.raw(`(${ENTERED}) as entered`),
      );
    for (const row of rows) {
      const what = whatIsAltered(row);
      if (what !== null) altered.push({ sequence: row.sequence, receiptNumber: row.receipt_number, what });
    }
    after = rows.at(-1)?.sequence ?? after;
    if (rows.length < PAGE) return altered;
  }
}

function whatIsAltered({ content_hash, envelope, entered }: Row): Altered['what'] | null {
  if (entered === null) return 'not-in-journal';
  if (entered !== content_hash.toString('hex')) return 'hash';
  if (envelope === null) return null;
  return createHash('sha256').update(envelope).digest().equals(content_hash) ? null : 'bytes';
}

/** The first sequence that is missing, or null when every one is there that the journal names. */
export async function firstMissing(db: Knex): Promise<number | null> {
  const [totals] = await db('submissions').select<{ count: number; last: number | null }[]>(
    db.raw('count(*) as count'),
    db.raw('max(sequence) as last'),
  );
  const last = totals?.last ?? 0;
  if (last === (totals?.count ?? 0)) {
    return (await journalStore(db).lastSubmitted()) > last ? last + 1 : null;
  }
  // Without the first there is no row before the gap.
  const [gap] = await db.raw<{ sequence: number }[]>(
    `select min(n) as sequence from (select 1 as n union all select sequence + 1 from submissions)
      where n not in (select sequence from submissions)`,
  );
  return gap?.sequence ?? null;
}
