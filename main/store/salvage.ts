// What can still be read of a damaged database, put behind what a backup knows. Only what proves itself is taken: an
// entry of the journal that follows the one before, and with it the submission whose hash it names. Where the first does
// not, nothing behind it is taken either.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { readEnvelope } from '../../lib/envelope.ts';
import { breakAt, journalStore, type JournalEntry } from './journal.ts';

type Row = Record<string, unknown>;

/** A row that the damage took is no row. */
async function readable<T>(query: PromiseLike<T>): Promise<T | null> {
  try {
    return await query;
  } catch {
    return null;
  }
}

/** Tables of their own: what a row says there is held up by nothing in the journal, and by its own seal where it has one. */
const ALONGSIDE = [
  'enrolment',
  'platform_clock',
  'staff_list',
  'staff_tries',
  'steady_time',
  'ratings',
  'question_counts',
  'drafts',
  'print_jobs',
  'copy_jobs',
];

/** By which a row is known that stands in both: what the damaged one says of it is newer. */
const KEY: Record<string, string> = {
  platform_clock: 'id',
  staff_list: 'id',
  steady_time: 'id',
  staff_tries: 'number',
  ratings: 'id',
  print_jobs: 'id',
  copy_jobs: 'id',
};

/** The length of an encrypted file of this machine; null: there is none. */
export type LengthOf = (digest: string) => Promise<number | null>;

/** Reads from `from` what `into` does not have; must run in a transaction of `into`. */
export async function salvage(from: Knex, into: Knex, lengthOf: LengthOf): Promise<void> {
  await salvageEntries(from, into, lengthOf);
  await salvageProgress(from, into);
  for (const table of ALONGSIDE) await salvageRows(from, into, table);
}

async function salvageEntries(from: Knex, into: Knex, lengthOf: LengthOf): Promise<void> {
  const journal = journalStore(into);
  let last = await journal.last();
  for (;;) {
    const position: number = (last?.position ?? 0) + 1;
    const entry: JournalEntry | null | undefined = await readable(journalStore(from).entryAt(position));
    if (entry === null || breakAt(entry, position, last?.hash ?? '') !== null) return;
    if (entry.kind === 'submitted' && !(await salvageSubmission(from, into, entry, lengthOf))) return;
    await journal.putBack(entry);
    last = entry;
  }
}

/** False: its bytes are not there any more, or are not those that the journal names. */
async function salvageSubmission(
  from: Knex,
  into: Knex,
  entry: JournalEntry,
  lengthOf: LengthOf,
): Promise<boolean> {
  const { sequence, contentHash } = JSON.parse(entry.body) as { sequence: number; contentHash: string };
  const row = await rowOf(from, 'submissions', sequence);
  if (row === null || (row['content_hash'] as Buffer).toString('hex') !== contentHash) return false;
  const ack = await rowOf(from, 'acknowledgements', sequence);
  const envelope = row['envelope'] as Buffer | null;
  // What the platform has may be purged; what it does not have must be here.
  if (envelope === null ? ack === null : hashOf(envelope) !== contentHash) return false;
  const outbox = await rowOf(from, 'outbox', sequence);
  await into('submissions').insert(row);
  await into('outbox').insert(outboxOf(sequence, outbox, ack !== null));
  if (ack !== null) await into('acknowledgements').insert(ack);
  const receipt = await rowOf(from, 'receipts', sequence);
  if (receipt !== null) await into('receipts').insert(receipt);
  const rows = (await readable(from<Row>('documents').where({ sequence }))) ?? [];
  const files = [...rows, ...(await named(sequence, envelope, lengthOf))];
  for (const file of files) await into('documents').insert(file).onConflict().ignore();
  return true;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function rowOf(from: Knex, table: string, sequence: number): Promise<Row | null> {
  return (await readable(from<Row>(table).where({ sequence }).first())) ?? null;
}

/** What nobody can say any more is sent once more: the platform answers that it has it. */
function outboxOf(sequence: number, row: Row | null, isAcknowledged: boolean): Row {
  if (isAcknowledged) return { ...row, sequence, state: 'acknowledged' };
  if (row === null || row['state'] === 'sending' || row['state'] === 'acknowledged')
    return { sequence, attempts: row?.['attempts'] ?? 0, state: 'queued', trouble: 'recovered' };
  return row;
}

/** The files that belong to it, as the envelope's header names them: without a row they would be thrown away. */
async function named(sequence: number, envelope: Buffer | null, lengthOf: LengthOf): Promise<Row[]> {
  const header = envelope === null ? null : (readEnvelope(envelope)?.header ?? null);
  const rows: Row[] = [];
  for (const { digest } of header?.documents ?? []) {
    const bytes = await lengthOf(digest);
    // One that is not here is the platform's already, or lost: nothing can be sent of it.
    if (bytes !== null) rows.push({ sequence, digest, bytes, state: 'waiting' });
  }
  return rows;
}

/** What the platform had acknowledged since the backup, of what the backup knows as waiting. */
async function salvageProgress(from: Knex, into: Knex): Promise<void> {
  const waiting = await into<{ sequence: number; state: string }>('outbox')
    .whereNot({ state: 'acknowledged' })
    .select('sequence');
  for (const { sequence } of waiting) {
    const ack = await rowOf(from, 'acknowledgements', sequence);
    if (ack === null) continue;
    await into('acknowledgements').insert(ack).onConflict().ignore();
    await into('outbox').where({ sequence }).update({ state: 'acknowledged', trouble: null });
  }
  const files = await into<{ digest: string; state: string }>('documents')
    .where({ state: 'waiting' })
    .select('digest');
  for (const { digest } of files) {
    const row = await readable(from<Row>('documents').where({ digest }).first());
    if (row?.['state'] === 'held') await into('documents').where({ digest }).update({ state: 'held' });
  }
}

async function salvageRows(from: Knex, into: Knex, table: string): Promise<void> {
  const key = KEY[table];
  for (const row of (await readable(from<Row>(table))) ?? []) {
    const insert = into(table).insert(row);
    // One that something else refuses (what it refers to is lost, it is older) is left out.
    await readable(key === undefined ? insert.onConflict().ignore() : insert.onConflict(key).merge());
  }
}
