// Reads what the platform tells its kiosks, in order, and believes only what the platform's key signed. What is taken and
// how far it was taken are one commit. Garbage, a wrong signature or a number out of turn change nothing: the feed is
// asked again where it was left.
import { Notice, type News as Told, type SignedNotice } from '../../domain/contract/news-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { verifySignature } from '../../lib/keys.ts';
import type { Log } from '../../lib/log.ts';
import { compile } from '../../lib/schema.ts';
import type { KioskKey } from '../kiosk-key.ts';
import type { Enrolment } from '../store/enrolment.ts';
import type { Store, Stores } from '../store/store.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';

export interface NewsParts {
  store: Store;
  client: Pick<PlatformClient, 'news'>;
  /** One object for the life of the process: whoever holds it sees the platform's keys change. */
  enrolment: Enrolment;
  key: KioskKey;
  clock: Clock;
  log: Log;
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
  for (const notice of read.value) await take(parts, notice);
  if (told.upTo > (await store.enrolment.newsPosition())) await store.enrolment.noteNews(told.upTo);
  return ok(read.value.length);
}

type NewsFault = 'signature-wrong' | 'malformed' | 'out-of-turn';

/** All of an answer, or nothing of it. A change of keys in the middle is followed: what comes after is signed anew. */
function readAll(enrolment: Enrolment, { notices, upTo }: Told, after: number): Result<Notice[], NewsFault> {
  const read: Notice[] = [];
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

function readOne({ body, signature }: SignedNotice, key: string): Result<Notice, NewsFault> {
  if (!verifySignature(key, 'notice', Buffer.from(body), signature)) return fail('signature-wrong');
  // Signed, and still not ours to understand when a newer platform says more than we know.
  const value: unknown = JSON.parse(body);
  return isNotice(value) ? ok(value) : fail('malformed');
}

async function take(parts: NewsParts, notice: Notice): Promise<void> {
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
