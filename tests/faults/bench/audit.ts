// What came of it: what citizens were told, held against what the platform holds, case by case and byte by byte.
import { join } from 'node:path';
import { readReceiptNumber } from '../../../domain/submission/receipt-number.ts';
import { openPostgres } from '../../../lib/database/postgres.ts';
import { openSqlite } from '../../../lib/database/sqlite.ts';
import { openSealingKey } from '../../../lib/envelope-crypto.ts';
import { contentHashOf, openApplication, readEnvelope } from '../../../lib/envelope.ts';

/** The figures of one fault. */
export interface Outcome {
  rounds: number;
  receipts: number;
  cases: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  unreadable: number;
}

export interface PlatformPlace {
  folder: string;
  database: string | null;
}

interface HeldCase {
  receipt_number: string;
  sequence: number;
  received_at: string;
  content_hash: Buffer;
  envelope: Buffer;
  awaited: number;
}

/** The cases of one kiosk, in the order of its numbers. */
async function casesOf(place: PlatformPlace, kiosk: string): Promise<HeldCase[]> {
  const db =
    place.database === null
      ? openSqlite(join(place.folder, 'platform.sqlite'))
      : openPostgres(place.database);
  try {
    return await db('submissions as s')
      .leftJoin('cases as c', (on) => on.on('c.division', 's.division').andOn('c.submission', 's.id'))
      .where('s.kiosk', kiosk)
      .orderBy(['s.sequence', 's.id'])
      .select<HeldCase[]>(
        'c.receipt_number',
        's.sequence',
        's.received_at',
        's.content_hash',
        's.envelope',
        db.raw(
          '(select count(*) from documents d where d.division = s.division and d.submission = s.id and d.held_at is null) as awaited',
        ),
      );
  } finally {
    await db.destroy();
  }
}

/**
 * Holds what one kiosk told against what the platform has of it, after everything was sent that could be.
 * `lost`: told, and no case has the number. `doubled`: a number or a sequence that is there more than once, or that two
 * citizens were told. `outOfOrder`: arrived before one with a smaller number. `unreadable`: not the bytes of its hash, not
 * to be opened with the platform's key, without a case, or a document of it never came.
 */
export async function audit(
  place: PlatformPlace,
  kiosk: string,
  told: readonly string[],
): Promise<Omit<Outcome, 'rounds'>> {
  const held = await casesOf(place, kiosk);
  const key = openSealingKey(join(place.folder, 'sealing.key'));
  const numbers = new Set(held.map(({ receipt_number: number }) => number));
  const sequences = new Set(held.map(({ sequence }) => Number(sequence)));
  let latest = '';
  let outOfOrder = 0;
  let unreadable = 0;
  for (const one of held) {
    const receivedAt = new Date(one.received_at).toISOString();
    if (receivedAt < latest) outOfOrder += 1;
    else latest = receivedAt;
    const envelope = readEnvelope(one.envelope);
    const application = envelope === null ? null : openApplication(envelope, key);
    const isWhole =
      application !== null &&
      contentHashOf(one.envelope).equals(one.content_hash) &&
      readReceiptNumber(one.receipt_number ?? '')?.sequence === Number(one.sequence) &&
      Number(one.awaited) === 0;
    if (!isWhole) unreadable += 1;
  }
  return {
    receipts: told.length,
    cases: held.length,
    lost: told.filter((number) => !numbers.has(number)).length,
    doubled: held.length - Math.min(numbers.size, sequences.size) + (told.length - new Set(told).size),
    outOfOrder,
    unreadable,
  };
}
