import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import type { OutboxState } from '../store/submissions.ts';

/** Where the application is: on this machine, at the platform, or turned away by it. */
export type Standing = 'held' | 'acknowledged' | 'stopped';

/** Everything one paper says. A reprint says how things stand now, not how they stood. */
export interface ReceiptFacts {
  paper: ReceiptPaper;
  copy: number;
  standing: Standing;
  /** When this paper is drawn, by the kiosk's clock. */
  at: Date;
}

const STANDINGS: Record<OutboxState, Standing> = {
  queued: 'held',
  sending: 'held',
  acknowledged: 'acknowledged',
  quarantined: 'stopped',
  conflict: 'stopped',
};

export function standingOf(state: OutboxState): Standing {
  return STANDINGS[state];
}
