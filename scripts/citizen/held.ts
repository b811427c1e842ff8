// What a platform holds, opened with its own key: for demonstrations and tests that compare it with what was typed.
import { join } from 'node:path';
import type { Application } from '../../domain/submission/envelope.ts';
import { openSealingKey } from '../../lib/envelope-crypto.ts';
import { contentHashOf, openApplication, readEnvelope } from '../../lib/envelope.ts';
import { openPlatformStore } from '../../platform/platform.ts';
import type { Case } from '../../platform/store/cases.ts';

export interface Held {
  receiptNumber: string;
  /** SHA-256 of the stored bytes, in hex. */
  contentHash: string;
  application: Application;
}

/** More than a demonstration or a test makes. */
const MOST_CASES = 50;

/** Every submission in a platform's data folder (SQLite), newest first. Throws when one cannot be opened. */
export async function heldBy(folder: string): Promise<Held[]> {
  const key = openSealingKey(join(folder, 'sealing.key'));
  const store = await openPlatformStore(folder, null);

  async function opened({ current, receiptNumber }: Case): Promise<Held> {
    const bytes = await store.submissions.envelopeOf(current.division, current.submission);
    const envelope = bytes === null ? null : readEnvelope(bytes);
    const application = envelope === null ? null : openApplication(envelope, key);
    if (bytes === null || application === null) throw new Error(`${receiptNumber} cannot be opened`);
    return { receiptNumber, contentHash: contentHashOf(bytes).toString('hex'), application };
  }

  try {
    const cases = await store.cases.list(null, null, MOST_CASES);
    return await Promise.all(cases.map(opened));
  } finally {
    await store.close();
  }
}
