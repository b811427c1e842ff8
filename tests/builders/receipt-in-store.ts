import { createHash } from 'node:crypto';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import { uuidv7 } from '../../main/ids.ts';
import type { PrintJob } from '../../main/store/print-jobs.ts';
import type { Store } from '../../main/store/store.ts';
import { paperWith } from '../golden/papers.ts';

/** Puts down a submission with its receipt and first print job, as the submitter does in one transaction. */
export async function putReceipt(
  store: Store,
  sequence: number,
  at: Date,
  paper: Partial<ReceiptPaper> = {},
): Promise<PrintJob> {
  const number = `520103-K012-1-${String(sequence).padStart(4, '0')}-X`;
  const said = paperWith({ number, ...paper });
  const envelope = Buffer.from(`{"sequence":${sequence}}`);
  const contentHash = createHash('sha256').update(envelope).digest();
  return store.transaction(async (stores) => {
    await stores.submissions.put({
      sequence,
      id: uuidv7(at),
      receiptNumber: number,
      procedure: 'business-registration-llc',
      procedureVersion: '2026.2',
      completedAt: at.toISOString(),
      contentHash,
      envelope,
      signature: 'signature',
    });
    await stores.journal.append(at.toISOString(), 'submitted', {
      sequence,
      contentHash: contentHash.toString('hex'),
    });
    await stores.receipts.put({ sequence, number, qr: said.qr, paper: said });
    return stores.printJobs.add(sequence, at.toISOString());
  });
}
