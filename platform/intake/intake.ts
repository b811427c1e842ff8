// Takes submissions in, each exactly once: the same id with the same content is acknowledged again; with other content it
// is a conflict, and nothing is overwritten.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import type { PersonHash } from '../cases/person-hash.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import type { TakenSubmission } from '../store/submissions.ts';
import type { Entry } from './entry.ts';
import { createGroupCommit, type Outcome } from './group-commit.ts';
import { isClerkOf } from './clerk-of.ts';
import { judge, strangeness, type JudgeParts } from './judge.ts';
import { readItem, type ReadItem } from './read-item.ts';
import { takeGroup } from './take-group.ts';

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

type Read = { item: ReadItem } | { entry: Entry };

export function createIntake(parts: IntakeParts): Intake {
  let order = 0;
  const nextOrder = () => (order = (order + 1) >>> 0);
  const commit = createGroupCommit((entries) => takeGroup({ ...parts, nextOrder }, entries));

  return {
    async take(kiosk, items) {
      const read = await inTurns(items, (item) => readOf(kiosk, item));
      const known = await knownOf(parts, kiosk, read.done);
      const judged = await inTurns(read.done, (one) => entryOf(parts, kiosk, one, known));
      const committed = await commit.add(judged.done);
      const lost = [...read.lost, ...judged.lost].map((surprise): Outcome => ({ ok: false, surprise }));
      return answersIn(parts.log, committed, lost);
    },
  };
}

interface Tried<T> {
  /** In order. */
  done: T[];
  /** What happened to the others. */
  lost: unknown[];
}

/** Does the work on each, and lets others have the event loop in between: a whole batch takes long to judge. */
async function inTurns<From, To>(list: From[], work: (one: From) => To | Promise<To>): Promise<Tried<To>> {
  const tried: Tried<To> = { done: [], lost: [] };
  for (const one of list) {
    await nextTurn();
    try {
      tried.done.push(await work(one));
    } catch (surprise) {
      tried.lost.push(surprise);
    }
  }
  return tried;
}

function readOf(kiosk: Kiosk, sent: unknown): Read {
  const read = readItem(sent);
  if (!read.ok) return { entry: { state: 'refused', kiosk, name: read.error, because: 'malformed' } };
  const because = strangeness(read.value, kiosk);
  return because === null
    ? { item: read.value }
    : { entry: { state: 'refused', kiosk, name: read.value, because } };
}

/** Asked before the rules are: what was taken once stays taken, whatever became of its procedure since. */
function knownOf(
  { store }: IntakeParts,
  { division }: Kiosk,
  read: Read[],
): Promise<Map<string, TakenSubmission>> {
  const ids = read.flatMap((one) => ('item' in one ? [one.item.id] : []));
  return store.submissions.known(division, ids);
}

async function entryOf(
  parts: IntakeParts,
  kiosk: Kiosk,
  read: Read,
  known: Map<string, TakenSubmission>,
): Promise<Entry> {
  if ('entry' in read) return read.entry;
  const { item } = read;
  if (known.has(item.id)) return { state: 'known', kiosk, item };
  const judged = judge(item, kiosk, parts);
  if (!judged.ok) return { state: 'refused', kiosk, name: item, because: judged.error };
  const { attended } = judged.value.application;
  if (attended !== undefined && !(await isClerkOf(parts.store, kiosk, attended)))
    return { state: 'refused', kiosk, name: item, because: 'attended-wrong' };
  return { state: 'arrived', kiosk, item, ...judged.value };
}

function answersIn(log: Log, committed: Outcome[], lost: Outcome[]): SignedAcknowledgement[] {
  const answers: SignedAcknowledgement[] = [];
  const surprises: unknown[] = [];
  for (const outcome of [...committed, ...lost]) {
    if (!outcome.ok) {
      surprises.push(outcome.surprise);
      log.unexpected('submission not judged', outcome.surprise);
    } else {
      const { acknowledgement, code } = outcome.answer;
      answers.push(acknowledgement);
      if (code !== null) log.warn('submission not taken', { code });
    }
  }
  if (answers.length === 0 && surprises.length > 0)
    throw surprises[0] instanceof Error ? surprises[0] : new Error('something else than an error');
  log.info('batch answered', { count: answers.length });
  return answers;
}
