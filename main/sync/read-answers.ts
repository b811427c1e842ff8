// What the platform signed about each submission of a batch. Only its own words about the same id and the same bytes count.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Acknowledgement, type SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import { verifySignature } from '../../lib/keys.ts';
import { compile } from '../../lib/schema.ts';
import type { Sendable } from '../store/submissions.ts';

/** What has to be known of a submission to recognise its answer: its envelope is not kept for that. */
export type Sent = Pick<Sendable, 'sequence' | 'id' | 'contentHash'>;

export interface Answered {
  sequence: number;
  acknowledgement: Acknowledgement;
  signed: SignedAcknowledgement;
}

const isAcknowledgement = compile(Acknowledgement);

/** Checking a signature takes a tenth of a millisecond; somebody at the screen waits for no more than so many. */
const IN_ONE_TURN = 8;

/** The answers that count, each submission's first, in the order in which they came. */
export async function readAnswers(
  sent: Sent[],
  signed: SignedAcknowledgement[],
  platformKey: string,
): Promise<Answered[]> {
  const byId = new Map(sent.map((one) => [one.id, one]));
  const answered = new Map<number, Answered>();
  for (const [index, one] of signed.entries()) {
    if (index % IN_ONE_TURN === 0) await nextTurn();
    const acknowledgement = readSigned(one, platformKey);
    const meant = acknowledgement?.id == null ? undefined : byId.get(acknowledgement.id);
    if (acknowledgement === null || meant === undefined || answered.has(meant.sequence)) continue;
    if (acknowledgement.contentHash !== meant.contentHash.toString('hex')) continue;
    answered.set(meant.sequence, { sequence: meant.sequence, acknowledgement, signed: one });
  }
  return [...answered.values()];
}

/** The acknowledgement inside, if the platform signed exactly these words. */
function readSigned({ body, signature }: SignedAcknowledgement, platformKey: string): Acknowledgement | null {
  if (!verifySignature(platformKey, 'acknowledgement', Buffer.from(body), signature)) return null;
  const value: unknown = JSON.parse(body);
  return isAcknowledgement(value) ? value : null;
}
