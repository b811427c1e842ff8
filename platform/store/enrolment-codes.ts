import type { Knex } from 'knex';
import { textOf, textOrNull, type Row } from './rows.ts';

export interface EnrolmentCode {
  /** SHA-256 of the code's secret part, in hex. */
  hash: string;
  division: string;
  /** The kiosk code a rebuilt machine takes over; null: a new one. */
  kioskCode: string | null;
  madeAt: string;
  expiresAt: string;
}

function codeOf(row: Row): EnrolmentCode {
  return {
    hash: textOf(row, 'code_hash'),
    division: textOf(row, 'division'),
    kioskCode: textOrNull(row, 'kiosk_code'),
    madeAt: textOf(row, 'made_at'),
    expiresAt: textOf(row, 'expires_at'),
  };
}

export function enrolmentCodeStore(db: Knex) {
  return {
    async add({ hash, division, kioskCode, madeAt, expiresAt }: EnrolmentCode): Promise<void> {
      await db('enrolment_codes').insert({
        code_hash: hash,
        division,
        kiosk_code: kioskCode,
        made_at: madeAt,
        expires_at: expiresAt,
      });
    },

    /** Burns a code for this kiosk. null: unknown, used or out of date. One statement, so that nobody uses it twice. */
    async use(hash: string, kiosk: string, at: string): Promise<EnrolmentCode | null> {
      const burnt = await db('enrolment_codes')
        .where({ code_hash: hash, used_at: null })
        .where('expires_at', '>', at)
        .update({ used_at: at, kiosk });
      if (burnt === 0) return null;
      const rows = await db('enrolment_codes').where({ code_hash: hash }).select<Row[]>('*');
      return rows[0] === undefined ? null : codeOf(rows[0]);
    },
  };
}
export type EnrolmentCodeStore = ReturnType<typeof enrolmentCodeStore>;
