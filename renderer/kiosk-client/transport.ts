import type { Reply, Send } from '../../domain/contract/kiosk-api.ts';
import type { KioskEvent } from '../../domain/contract/kiosk-events.ts';

/** A way to the kiosk. `send` never rejects: a kiosk that does not answer is a refusal like any other. */
export interface Transport {
  send: Send;
  /** Returns how to unsubscribe. */
  subscribe(listener: (event: KioskEvent) => void): () => void;
}

/** What the screen says when nobody answers: the kiosk is starting, or has ended. */
export const NO_ANSWER: Reply = { ok: false, error: { code: 'out-of-service' } };

/** The kiosk checks what it is sent; the screen checks that it was answered at all. */
export function asReply(answer: unknown): Reply {
  const isReply = typeof answer === 'object' && answer !== null && 'ok' in answer;
  return isReply ? (answer as Reply) : NO_ANSWER;
}
