// Reads what the platform tells its kiosks, in order, and believes only what the platform's key signed. What is taken and
// how far it was taken are one commit. Garbage, a wrong signature or a number out of turn change nothing: the feed is
// asked again where it was left. A procedure that is signed and not right is refused with an entry in the journal, and
// the feed goes on behind it.
import { Notice, NoticeHead, type News as Told, type SignedNotice } from '../../domain/contract/news-api.ts';
import type { NewsRefused } from '../../domain/contract/procedure-news.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import type { KioskKey } from '../kiosk-key.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Library } from '../library/library.ts';
import type { Store, Stores } from '../store/store.ts';
import { arrive, type Arrived, type ProcedureNotice } from './procedure-news.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

export interface NewsParts {
  store: Store;
  client: Pick<PlatformClient, 'news' | 'piece'>;
  /** One object for the life of the process: whoever holds it sees the platform's keys change. */
  enrolment: Enrolment;
  key: KioskKey;
  clock: Clock;
  log: Log;
  library: Library;
  /** The library holds other procedures than it offers. */
  onProcedures: () => void;
  /** The list of staff is to be fetched. */
  onStaff: () => Promise<void>;
  /** Another key of this machine is wished. */
  onKeyWished: () => void;
}

export interface NewsWorker {
  /** Takes everything there is now. */
  take(): Promise<Trouble | null>;
  /** Waits at the platform for whatever comes, until something goes wrong; started anew with the next contact. */
  follow(): void;
  stop(): Promise<void>;
}

/** How long the platform may hold a question, in seconds. */
const WAIT_SECONDS = 20;

const isNotice = compile(Notice);
const isHead = compile(NoticeHead);

export function createNewsWorker(parts: NewsParts): NewsWorker {
  let last: Promise<unknown> = Promise.resolve();
  let following: Promise<void> | null = null;
  let isStopped = false;

  /** One after the other: a question that is held at the platform must not keep another from being asked. */
  const inTurn: InTurn = (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  async function follow(): Promise<void> {
    while (!isStopped) {
      const asked = await takeOnce(parts, WAIT_SECONDS, inTurn);
      if (!asked.ok) return;
    }
  }

  return {
    async take() {
      for (;;) {
        const taken = await takeOnce(parts, 0, inTurn);
        if (!taken.ok) return taken.error;
        if (taken.value === 0) return null;
      }
    },
    follow() {
      if (isStopped) return;
      following ??= follow()
        .catch((error: unknown) => void parts.log.unexpected('news not followed', error))
        .finally(() => {
          following = null;
        });
    },
    async stop() {
      isStopped = true;
      await following;
      await last;
    },
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** How many notices were taken. */
async function takeOnce(parts: NewsParts, wait: number, inTurn: InTurn): Promise<Result<number, Trouble>> {
  const { store, client } = parts;
  const after = await store.enrolment.newsPosition();
  const answer = await client.news({ after, last: await store.submissions.lastSequence(), wait });
  if (!answer.ok) return answer;
  return inTurn(() => takeAll(parts, answer.value, after));
}

async function takeAll(parts: NewsParts, told: Told, after: number): Promise<Result<number, Trouble>> {
  const { store, log } = parts;
  // Two questions may have been answered at once: whoever comes second finds the cursor moved, and asks again.
  if ((await store.enrolment.newsPosition()) !== after) return ok(told.notices.length);
  const read = readAll(parts.enrolment, told, after);
  if (!read.ok) {
    log.warn('news not taken', { code: read.error });
    return fail({ kind: 'wrong-server' });
  }
  for (const notice of read.value) {
    const trouble = await takeIn(parts, notice);
    // What was taken before it stays taken.
    if (trouble !== null) return fail(trouble);
  }
  if (told.upTo > (await store.enrolment.newsPosition())) await store.enrolment.noteNews(told.upTo);
  return ok(read.value.length);
}

type NewsFault = 'signature-wrong' | 'malformed' | 'out-of-turn';

/** Signed, in its turn, and nothing that this program could do anything with. */
interface Unknown {
  kind: 'unknown';
  position: number;
  because: NewsRefused;
}

/** All of an answer, or nothing of it. A change of keys in the middle is followed: what comes after is signed anew. */
function readAll(
  enrolment: Enrolment,
  { notices, upTo }: Told,
  after: number,
): Result<(Notice | Unknown)[], NewsFault> {
  const read: (Notice | Unknown)[] = [];
  let [key, position] = [enrolment.platformSigningKey, after];
  for (const signed of notices) {
    const notice = readOne(signed, key);
    if (!notice.ok) return notice;
    if (notice.value.position <= position || notice.value.position > upTo) return fail('out-of-turn');
    if (notice.value.kind === 'renew-key' && notice.value.kiosk !== enrolment.kiosk) return fail('malformed');
    if (notice.value.kind === 'keys') key = notice.value.signingKey;
    position = notice.value.position;
    read.push(notice.value);
  }
  return ok(read);
}

function readOne({ body, signature }: SignedNotice, key: string): Result<Notice | Unknown, NewsFault> {
  if (!verifySignature(key, 'notice', Buffer.from(body), signature)) return fail('signature-wrong');
  // Signed, and still not ours to understand when a newer platform says more than we know.
  const value: unknown = JSON.parse(body);
  if (isNotice(value)) return ok(value);
  if (!isHead(value)) return fail('malformed');
  if (isProcedureKind(value.kind))
    return ok({ kind: 'unknown', position: value.position, because: 'malformed' });
  // Keys and wishes are waited for until they are right: what follows them may be worth nothing without.
  if (MUST_BE_RIGHT.includes(value.kind)) return fail('malformed');
  return ok({ kind: 'unknown', position: value.position, because: 'kind-unknown' });
}

const MUST_BE_RIGHT = ['keys', 'renew-key', 'staff'];

function isProcedureKind(kind: string): kind is ProcedureNotice['kind'] {
  return kind === 'procedure' || kind === 'procedure-withdrawn';
}

function isProcedure(notice: Notice): notice is ProcedureNotice {
  return isProcedureKind(notice.kind);
}

/** Takes a notice in, or says why it could not come to that. */
async function takeIn(parts: NewsParts, notice: Notice | Unknown): Promise<Trouble | null> {
  if (notice.kind === 'unknown') {
    await refuse(parts, notice.position, { because: notice.because });
    return null;
  }
  if (!isProcedure(notice)) {
    await take(parts, notice);
    return null;
  }
  const arrived = await arrive(parts, notice);
  if (!arrived.ok) return arrived.error;
  await keep(parts, notice, arrived.value);
  return null;
}

async function refuse(parts: NewsParts, position: number, body: { [key: string]: string }): Promise<void> {
  await parts.store.transaction(async (stores) => {
    await stores.enrolment.noteNews(position);
    await stores.journal.append(parts.clock.now().toISOString(), 'news-refused', { position, ...body });
  });
  parts.log.warn('news refused', { code: body['because'] ?? 'unknown', count: position });
}

async function keep(parts: NewsParts, notice: ProcedureNotice, arrived: Arrived): Promise<void> {
  const { store, clock, library, log } = parts;
  const { position, procedure, version } = notice;
  if (arrived.is === 'refused')
    return refuse(parts, position, { because: arrived.because, procedure, version });
  const at = clock.now().toISOString();
  await store.transaction(async (stores) => {
    if (arrived.is === 'new')
      await stores.sentProcedures.keep(arrived.named, arrived.texts, { position, at });
    if (arrived.is === 'withdrawn') await stores.sentProcedures.withdraw(arrived, { position, at });
    await stores.enrolment.noteNews(position);
    const hash = notice.kind === 'procedure' ? { hash: notice.hash } : {};
    await stores.journal.append(at, 'news', { position, what: notice.kind, procedure, version, ...hash });
  });
  if (arrived.is === 'new') library.add(arrived.prepared);
  if (arrived.is === 'withdrawn') library.withdraw(arrived);
  log.info('news taken', { code: notice.kind, count: position });
  parts.onProcedures();
}

async function take(parts: NewsParts, notice: Exclude<Notice, ProcedureNotice>): Promise<void> {
  const { store, enrolment, key, clock, log } = parts;
  const { position } = notice;
  const at = clock.now().toISOString();
  // Before the cursor moves: a wish that is on disk twice is one wish.
  if (notice.kind === 'renew-key') key.wish();
  const keys =
    notice.kind === 'keys'
      ? {
          platformSigningKey: notice.signingKey,
          sealingKeyId: notice.sealingKey.id,
          sealingKey: notice.sealingKey.publicKey,
        }
      : null;
  await store.transaction(async (stores: Stores) => {
    if (keys !== null) await stores.enrolment.pin(keys);
    await stores.enrolment.noteNews(position);
    await stores.journal.append(at, 'news', { position, what: notice.kind });
  });
  if (keys !== null) Object.assign(enrolment, keys);
  log.info('news taken', { code: notice.kind, count: position });
  if (notice.kind === 'renew-key') parts.onKeyWished();
  // A list signed with the key before is in force no more.
  if (notice.kind === 'keys' || notice.kind === 'staff') await parts.onStaff();
}
