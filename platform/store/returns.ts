// Notices of what must be mended, the answers that were lent for it, and the corrections that came of it.
import type { Knex } from 'knex';
import { Reasons } from '../../domain/correction/reasons.ts';
import { compile } from '../../lib/schema.ts';
import { jsonOf, textOf, textOrNull, wholeOf, type Row } from './rows.ts';

export interface Notice {
  /** Of its case, from 1 on. */
  notice: number;
  task: string;
  at: string;
  reasons: Reasons;
  /** null: it waits to be mended. */
  mendedAt: string | null;
}

export interface Loan {
  /** The draft's id; the correction has the same. */
  id: string;
  division: string;
  caseId: string;
  kiosk: string;
  at: string;
  notices: number[];
}

export interface Correction {
  division: string;
  caseId: string;
  submissionDivision: string;
  submission: string;
  receiptNumber: string;
  completedAt: string;
  receivedAt: string;
}

interface OfCase {
  division: string;
  id: string;
}

const areReasons = compile(Reasons);

function reasonsOf(row: Row): Reasons {
  const reasons = jsonOf(row, 'reasons');
  if (!areReasons(reasons)) throw new Error('the reasons of a notice cannot be read');
  return reasons;
}

function noticeOf(row: Row): Notice {
  return {
    notice: wholeOf(row, 'notice'),
    task: textOf(row, 'task'),
    at: textOf(row, 'at'),
    reasons: reasonsOf(row),
    mendedAt: textOrNull(row, 'mended_at'),
  };
}

function noticesOf(row: Row): number[] {
  const notices = jsonOf(row, 'notices');
  if (!Array.isArray(notices)) throw new Error('the notices of a loan cannot be read');
  return notices.map(Number);
}

function loanOf(row: Row): Loan {
  return {
    id: textOf(row, 'id'),
    division: textOf(row, 'division'),
    caseId: textOf(row, 'case_id'),
    kiosk: textOf(row, 'kiosk'),
    at: textOf(row, 'at'),
    notices: noticesOf(row),
  };
}

export function returnStore(db: Knex) {
  const of = ({ division, id }: OfCase) => ({ division, case_id: id });

  return {
    /** Every notice of a case, in order. */
    async ofCase(found: OfCase): Promise<Notice[]> {
      return (await db('returns').where(of(found)).orderBy('notice').select<Row[]>('*')).map(noticeOf);
    },

    async add(found: OfCase, { notice, task, at, reasons }: Omit<Notice, 'mendedAt'>): Promise<void> {
      await db('returns').insert({ ...of(found), notice, task, at, reasons: JSON.stringify(reasons) });
    },

    /** How many of these were still open: they are mended now. */
    async mend(found: OfCase, notices: number[], at: string): Promise<number> {
      return db('returns')
        .where({ ...of(found), mended_at: null })
        .whereIn('notice', notices)
        .update({ mended_at: at });
    },

    async lend({ id, division, caseId, kiosk, at, notices }: Loan): Promise<void> {
      await db('loans').insert({
        id,
        division,
        case_id: caseId,
        kiosk,
        at,
        notices: JSON.stringify(notices),
      });
    },

    async loan(id: string): Promise<Loan | null> {
      const [row] = await db('loans').where({ id }).select<Row[]>('*');
      return row === undefined ? null : loanOf(row);
    },

    async addCorrection(correction: Correction): Promise<void> {
      const key = { division: correction.division, case_id: correction.caseId };
      const rows = await db('corrections').where(key).select<Row[]>('position');
      await db('corrections').insert({
        ...key,
        position: rows.length + 1,
        submission_division: correction.submissionDivision,
        submission: correction.submission,
        receipt_number: correction.receiptNumber,
        completed_at: correction.completedAt,
        received_at: correction.receivedAt,
      });
    },

    /** Which case a receipt number of a correction leads to. */
    async caseCorrectedBy(division: string, receiptNumber: string): Promise<string | null> {
      const [row] = await db('corrections')
        .where({ submission_division: division, receipt_number: receiptNumber })
        .select<Row[]>('case_id');
      return row === undefined ? null : textOf(row, 'case_id');
    },
  };
}
export type ReturnStore = ReturnType<typeof returnStore>;
