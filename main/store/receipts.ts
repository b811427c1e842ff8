import type { Knex } from 'knex';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';

/** The clear index of what was handed out: masked, so that a reprint never needs the sealed application. */
export interface Receipt {
  sequence: number;
  number: string;
  qr: string;
  paper: ReceiptPaper;
}

interface Row {
  sequence: number;
  number: string;
  qr: string;
  paper: string;
}

function receiptOf(row: Row): Receipt {
  return {
    sequence: row.sequence,
    number: row.number,
    qr: row.qr,
    paper: JSON.parse(row.paper) as ReceiptPaper,
  };
}

export function receiptStore(db: Knex) {
  return {
    async put(receipt: Receipt): Promise<void> {
      await db('receipts').insert({ ...receipt, paper: JSON.stringify(receipt.paper) });
    },

    async bySequence(sequence: number): Promise<Receipt | null> {
      const row = await db<Row>('receipts').where({ sequence }).first();
      return row === undefined ? null : receiptOf(row);
    },
  };
}
export type ReceiptStore = ReturnType<typeof receiptStore>;
