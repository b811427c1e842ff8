// Takes submissions in, each exactly once: the same id with the same content is acknowledged again; with other content it
// is a conflict, and nothing is overwritten.
import type { SignedAcknowledgement } from '../../domain/contract/platform-api.ts';
import type { EnvelopeHeader } from '../../domain/submission/envelope.ts';
import type { Clock } from '../../lib/clock.ts';
import type { SigningKey } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { PersonHash } from '../cases/person-hash.ts';
import { createGroupCommit, type Outcome } from '../store/group-commit.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import { isClerkOf } from './clerk-of.ts';
import type { Answer, Entry } from './entry.ts';
import { createExaminerHere, type Examined, type Examiner, type Sent, type Verdict } from './examine.ts';
import { createExaminerPool } from './examiner-pool.ts';
import type { JudgeParts } from './judge.ts';
import { lookingAgain } from './look-again.ts';
import { idIn } from './read-item.ts';
import { takeGroup } from './take-group.ts';

export interface IntakeParts extends JudgeParts {
  store: Store;
  signingKey: SigningKey;
  personHash: PersonHash;
  shelf: Pick<ProcedureShelf, 'version' | 'versions' | 'calendar'>;
  /** Whether this is still taken; everything is unless it is given. */
  isTaken?: (division: string, header: EnvelopeHeader) => boolean;
  /** How many threads examine what comes in; 0: the event loop does. */
  threads: number;
  clock: Clock;
  log: Log;
}

export interface Intake {
  /**
   * Answers each item of a batch on its own. An item that something unexpected happened to gets no answer and will come
   * again; throws only when that is true of all of them.
   */
  take(kiosk: Kiosk, items: unknown[]): Promise<SignedAcknowledgement[]>;
  /** Once nothing is taken any more. */
  stop(): Promise<void>;
}

/** Fewer are examined sooner than a thread is asked. */
const WORTH_A_THREAD = 10;

export function createIntake(parts: IntakeParts): Intake {
  let order = 0;
  const nextOrder = () => (order = (order + 1) >>> 0);
  const commit = createGroupCommit((entries: Entry[]) => takeGroup({ ...parts, nextOrder }, entries));
  const here = createExaminerHere(parts);
  const pool = parts.threads === 0 ? null : createExaminerPool({ ...parts, here });

  /** The event loop helps itself while the threads start, which takes longer than a batch does. */
  function examinerFor(items: number): Examiner {
    if (pool === null || items < WORTH_A_THREAD) return here;
    pool.wake();
    return pool.isAwake() ? lookingAgain(pool, here) : here;
  }

  return {
    async take(kiosk, items) {
      const sent = await withKnown(parts, kiosk, items);
      const examined = await examinerFor(items.length).examine(kiosk, sent);
      const { entries, lost } = await entriesOf(parts, kiosk, examined);
      const committed = await commit.add(entries);
      return answersIn(parts.log, [...committed, ...lost]);
    },
    async stop() {
      await pool?.stop();
    },
  };
}

/** Asked before the rules are: what was taken once stays taken, whatever became of its procedure since. */
async function withKnown({ store }: IntakeParts, { division }: Kiosk, items: unknown[]): Promise<Sent[]> {
  const ids = items.map(idIn);
  const known = await store.submissions.known(
    division,
    ids.filter((id) => id !== null),
  );
  return items.map((value, index) => ({ value, isKnown: known.has(ids[index] ?? '') }));
}

interface Entries {
  /** In order. */
  entries: Entry[];
  /** What happened to the others. */
  lost: Extract<Outcome<Answer>, { ok: false }>[];
}

async function entriesOf(parts: IntakeParts, kiosk: Kiosk, examined: Examined[]): Promise<Entries> {
  const [entries, lost]: [Entry[], Entries['lost']] = [[], []];
  for (const one of examined) {
    try {
      if (one.ok) entries.push(await entryOf(parts, kiosk, one.verdict));
      else lost.push(one);
    } catch (surprise) {
      lost.push({ ok: false, surprise });
    }
  }
  return { entries, lost };
}

async function entryOf(parts: IntakeParts, kiosk: Kiosk, verdict: Verdict): Promise<Entry> {
  if (verdict.state !== 'arrived') return { kiosk, ...verdict };
  const { item, application } = verdict;
  const { procedure, version } = item.envelope.header;
  if (parts.isTaken?.(kiosk.division, item.envelope.header) === false)
    return { state: 'refused', kiosk, name: item, because: 'unknown-procedure' };
  const prepared = parts.shelf.version(procedure, version);
  if (prepared === null) throw new Error('a procedure that an item was judged by is gone');
  const { attended } = application;
  if (attended !== undefined && !(await isClerkOf(parts.store, kiosk, attended)))
    return { state: 'refused', kiosk, name: item, because: 'attended-wrong' };
  return { state: 'arrived', kiosk, item, prepared, application };
}

function answersIn(log: Log, outcomes: Outcome<Answer>[]): SignedAcknowledgement[] {
  const answers: SignedAcknowledgement[] = [];
  const surprises: unknown[] = [];
  for (const outcome of outcomes) {
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
