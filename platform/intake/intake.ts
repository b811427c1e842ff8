// Takes submissions in, each exactly once: the same id with the same content is acknowledged again; with other content it
// is a conflict, and nothing is overwritten.
import type { RefusedBecause, SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import type { PersonHash } from '../cases/person-hash.ts';
import type { EventKind } from '../store/events.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import type { TakenSubmission } from '../store/submissions.ts';
import { readKept, signAcknowledgement } from './acknowledgement.ts';
import { judge, strangeness, type JudgeParts } from './judge.ts';
import { readItem, type ItemName, type ReadItem } from './read-item.ts';
import { isClerkOf } from './clerk-of.ts';
import { takeSubmission } from './take-submission.ts';

export interface IntakeParts extends JudgeParts {
  store: Store;
  signingKey: SigningKey;
  personHash: PersonHash;
  clock: Clock;
  log: Log;
}

export interface Intake {
  /**
   * Answers each item of a batch on its own. An item that something unexpected happened to gets no answer and will come
   * again; throws only when that is true of all of them.
   */
  take(kiosk: Kiosk, items: unknown[]): Promise<SignedAcknowledgement[]>;
}

export function createIntake(parts: IntakeParts): Intake {
  return {
    async take(kiosk, items) {
      const answers: SignedAcknowledgement[] = [];
      let surprise: Error | null = null;
      for (const item of items) {
        try {
          answers.push(await takeOne(parts, kiosk, item));
        } catch (error) {
          surprise = error instanceof Error ? error : new Error('something else than an error');
          parts.log.unexpected('submission not judged', error);
        }
      }
      if (answers.length === 0 && surprise !== null) throw surprise;
      parts.log.info('batch answered', { count: answers.length });
      return answers;
    },
  };
}

async function takeOne(parts: IntakeParts, kiosk: Kiosk, sent: unknown): Promise<SignedAcknowledgement> {
  const read = readItem(sent);
  if (!read.ok) return refuse(parts, kiosk, read.error, 'malformed');
  const item = read.value;
  const strange = strangeness(item, kiosk);
  if (strange !== null) return refuse(parts, kiosk, item, strange);
  // Asked before the rules are: what was taken once stays taken, whatever became of its procedure since.
  const known = await parts.store.submissions.byId(kiosk.division, item.id);
  if (known !== null) return answerKnown(parts, kiosk, item, known);
  const judged = judge(item, kiosk, parts);
  if (!judged.ok) return refuse(parts, kiosk, item, judged.error);
  const { attended } = judged.value.application;
  if (attended !== undefined && !(await isClerkOf(parts.store, kiosk, attended)))
    return refuse(parts, kiosk, item, 'attended-wrong');
  const arrived = { ...judged.value, item, kiosk, receivedAt: parts.clock.now() };
  const taken = await takeSubmission(parts, arrived);
  switch (taken.state) {
    case 'taken':
      return taken.acknowledgement;
    case 'known':
      return answerKnown(parts, kiosk, item, taken.known);
    case 'refused':
      return refuse(parts, kiosk, item, taken.because);
  }
}

/** The same case and the same time as when it was taken; how far the kiosk's submissions are held may have changed. */
async function answerKnown(
  parts: IntakeParts,
  kiosk: Kiosk,
  item: ReadItem,
  known: TakenSubmission,
): Promise<SignedAcknowledgement> {
  if (!known.contentHash.equals(item.contentHash))
    return sayNo(parts, kiosk, item, { result: 'conflict', because: null });
  const kept = readKept(known.acknowledgement);
  const now = await parts.store.kiosks.byId(kiosk.id);
  return signAcknowledgement(parts.signingKey, item, {
    result: 'already-taken',
    because: null,
    case: kept.case,
    receivedAt: kept.receivedAt,
    gapFreeUpTo: now?.gapFreeUpTo ?? kept.gapFreeUpTo,
  });
}

function refuse(parts: IntakeParts, kiosk: Kiosk, name: ItemName, because: RefusedBecause) {
  return sayNo(parts, kiosk, name, { result: 'refused', because });
}

type No = { result: 'refused'; because: RefusedBecause } | { result: 'conflict'; because: null };

function kindOf({ result, because }: No): EventKind {
  if (result === 'conflict') return 'submission-conflict';
  // Two submissions with one number: a copied disk, or a restored backup.
  return because === 'sequence-taken' ? 'sequence-conflict' : 'submission-refused';
}

/** Leaves a trace, in codes only, and says no. */
async function sayNo(
  { store, signingKey, clock, log }: IntakeParts,
  kiosk: Kiosk,
  name: ItemName,
  no: No,
): Promise<SignedAcknowledgement> {
  const at = clock.now().toISOString();
  const contentHash = name.contentHash?.toString('hex') ?? null;
  const gapFreeUpTo = await store.transaction(async (stores) => {
    const held = await stores.kiosks.holdGapFreeUpTo(kiosk, at);
    const body = { submission: name.id, contentHash, because: no.because };
    await stores.events.append(kiosk.division, [
      { kind: kindOf(no), at, caseId: null, kiosk: kiosk.id, body },
    ]);
    return held;
  });
  log.warn('submission not taken', { code: no.because ?? no.result });
  return signAcknowledgement(signingKey, name, { ...no, case: null, receivedAt: at, gapFreeUpTo });
}
