// How far a case is, by the number on the receipt: from the platform, or from this machine while it is still here.
import type { RefusalCode } from '../../domain/contract/refusals.ts';
import { same } from '../../domain/contract/text.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { readReceiptNumber, receiptNumber } from '../../domain/submission/receipt-number.ts';
import { readReceiptQr } from '../../domain/submission/receipt-qr.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Store } from '../store/store.ts';
import type { PlatformClient } from '../sync/platform-client.ts';
import type { Progress } from './session.ts';
import { heldProgress, progressOf } from './views/opening.ts';

export interface ProgressDesk {
  /** `typed`: a receipt number as people type it, or the text of a receipt's square from a scanner. */
  find(typed: string): Promise<Result<Progress, RefusalCode>>;
}

export function createProgressDesk(
  store: Store,
  client: PlatformClient | null,
  shelf: ProcedureShelf,
): ProgressDesk {
  async function held(number: string): Promise<Progress | null> {
    const submission = await store.submissions.byReceiptNumber(number);
    if (submission === null || submission.state === 'acknowledged') return null;
    const matter = shelf.latest(submission.procedure)?.procedure.title ?? same(submission.procedure);
    return heldProgress(submission, matter);
  }

  return {
    async find(typed) {
      const parts = readReceiptNumber(readReceiptQr(typed)?.number ?? typed);
      if (parts === null) return fail('receipt-number-wrong');
      const number = receiptNumber(parts);
      const here = await held(number);
      if (here !== null) return ok(here);
      if (client === null) return fail('platform-unreachable');
      const status = await client.caseStatus(number);
      if (status.ok) return ok(progressOf(status.value));
      const isUnknown = status.error.kind === 'refused' && status.error.code === 'not-found';
      return fail(isUnknown ? 'progress-unknown' : 'platform-unreachable');
    },
  };
}
