// `queue …`: what was received here and where it stands, and what people may do with what was set aside.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '../../lib/clock.ts';
import { EXPORT_FAULTS, readExport } from '../../lib/export-folder.ts';
import { silentLog } from '../../lib/log.ts';
import { createVault } from '../documents/vault.ts';
import { openKioskKey } from '../kiosk-key.ts';
import { signingKeyFile } from '../kiosk.ts';
import { exportQueue } from '../queue/export.ts';
import { discard, replace, retry, type DecisionFault } from '../queue/decide.ts';
import { refusedText } from '../queue/refused-text.ts';
import { openStaffBook } from '../staff/open-staff.ts';
import { createSignIn } from '../staff/sign-in.ts';
import { createSteadyTime } from '../staff/steady-time.ts';
import { openStore, type Store } from '../store/store.ts';
import { refused, refusedWithout } from './refused.ts';
import type { AdminArguments, Answer } from './start.ts';
import { askPins } from './typed-pins.ts';

/** Opens the store beside a kiosk that may be running, and closes it again. */
async function inStore(folder: string, work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const missing = refusedWithout(folder);
  if (missing !== null) return missing;
  const opened = await openStore(folder, { reclaim: false });
  if (!opened.ok) {
    const lines = [`${opened.error.code}: ${opened.error.detail}`];
    return { lines, value: { ok: false, fault: opened.error }, code: 1 };
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** The newest submissions of this kiosk and where each stands. */
export function listQueue({ folder, limit }: AdminArguments): Promise<Answer> {
  return inStore(folder, async (store) => {
    const [submissions, waiting] = [await store.submissions.list(limit), await store.submissions.waiting()];
    const rows = submissions.map(({ receiptNumber, procedure, completedAt, state, trouble, attempts }) => ({
      receiptNumber,
      procedure,
      completedAt,
      state,
      trouble,
      attempts,
    }));
    const lines = rows.map((row) =>
      [row.receiptNumber, row.completedAt, row.state, row.trouble ?? '-', row.procedure].join('  '),
    );
    return { lines: [...lines, `${waiting} waiting`], value: { waiting, submissions: rows }, code: 0 };
  });
}

/** What was set aside: why, in words, and what became of it. */
export function listSetAside({ folder, limit }: AdminArguments): Promise<Answer> {
  return inStore(folder, async (store) => {
    const found = await store.quarantine.list(limit);
    const lines = found.map(({ receiptNumber, completedAt, trouble, settled }) =>
      [receiptNumber, completedAt, settled?.how ?? 'waits', `${trouble}: ${refusedText(trouble).en}`].join(
        '  ',
      ),
    );
    const open = found.filter(({ settled }) => settled === null).length;
    return { lines: [...lines, `${open} wait for a decision`], value: { open, setAside: found }, code: 0 };
  });
}

const SENTENCES: Record<DecisionFault, string> = {
  'not-set-aside': 'no such receipt number is set aside here',
  'settled-already': 'that was decided already',
  altered: 'it was changed on this disk, and proves nothing any more',
  'same-person': 'two different people must decide it',
  'no-such-submission': 'the one that stands for it must have been handed in here afterwards',
};

function saidOf(number: string, fault: DecisionFault | null, done: string): Answer {
  if (fault !== null) return refused(`${number}: ${SENTENCES[fault]}`, 1);
  return { lines: [`${number}: ${done}`], value: { ok: true }, code: 0 };
}

/** Sends a refused one again, as it is. */
export function retryOne({ folder, words }: AdminArguments): Promise<Answer> {
  const number = words.at(-1) ?? '';
  return inStore(folder, async (store) => {
    const done = await retry({ store, clock: systemClock }, number);
    return saidOf(number, done.ok ? null : done.error, 'is back in the queue and is sent with the next');
  });
}

/** Whether each of these people is who they say; their PINs are typed. The first sentence of what is wrong, or null. */
async function signedIn(store: Store, { by = [], input }: AdminArguments): Promise<string | null> {
  const enrolment = await store.enrolment.get();
  const book = openStaffBook(store, enrolment, systemClock, silentLog);
  const steady = async () => createSteadyTime(systemClock, await store.staff.highWaterMs());
  const signIn = createSignIn({ store, book, clock: systemClock, steady });
  const pins = await askPins(input ?? process.stdin, (words) => console.error(words), by);
  for (const [index, number] of by.entries()) {
    const attempt = await signIn.attempt(number, pins[index] ?? '');
    if (!attempt.ok) return `${number}: ${attempt.error}`;
  }
  return null;
}

/** Gives one up: two people, two PINs. */
export function discardOne(given: AdminArguments): Promise<Answer> {
  const { folder, words, by = [] } = given;
  const number = words.at(-1) ?? '';
  const [one, other, ...more] = by;
  if (one === undefined || other === undefined || more.length > 0)
    return Promise.resolve(refused('queue discard needs two people: --by NUMBER --by NUMBER', 2));
  if (one === other) return Promise.resolve(refused(SENTENCES['same-person'], 2));
  return inStore(folder, async (store) => {
    const wrong = await signedIn(store, given);
    if (wrong !== null) return refused(wrong, 1);
    const done = await discard({ store, clock: systemClock }, number, [one, other]);
    return saidOf(number, done.ok ? null : done.error, 'is given up; its sealed bytes stay');
  });
}

/** Notes that the matter was handed in again: the new receipt stands for the old one. */
export function replaceOne(given: AdminArguments): Promise<Answer> {
  const { folder, words, by = [], instead } = given;
  const number = words.at(-1) ?? '';
  const [staff, ...more] = by;
  if (staff === undefined || more.length > 0 || instead === undefined)
    return Promise.resolve(refused('queue replace needs --with RECEIPT and --by NUMBER', 2));
  return inStore(folder, async (store) => {
    const wrong = await signedIn(store, given);
    if (wrong !== null) return refused(wrong, 1);
    const done = await replace({ store, clock: systemClock }, number, { receiptNumber: instead, staff });
    return saidOf(number, done.ok ? null : done.error, `is replaced by ${instead}`);
  });
}

/** Brings out what the platform does not hold, sealed as it is. */
export function exportAll({ folder, words }: AdminArguments): Promise<Answer> {
  const to = resolve(words.at(-1) ?? '');
  if (existsSync(to) && readdirSync(to).length > 0)
    return Promise.resolve(refused(`${to} is not empty: an export has a folder of its own`, 2));
  return inStore(folder, async (store) => {
    const enrolment = await store.enrolment.get();
    if (enrolment === null) return refused('This machine is enrolled nowhere.', 1);
    mkdirSync(to, { recursive: true, mode: 0o700 });
    const key = openKioskKey(signingKeyFile(folder));
    const parts = { store, vault: createVault(folder), key, kiosk: enrolment.kiosk, clock: systemClock };
    const done = await exportQueue(parts, to);
    if (!done.ok) return refused(`${to}: ${EXPORT_FAULTS[done.error]}`, 1);
    const { items, documents } = done.value;
    return {
      lines: [
        `${to}: ${items.length} applications and ${documents.length} files, sealed, read back and proved`,
        'They stay in the queue here too. The platform takes them with `import`.',
      ],
      value: { ok: true, folder: to, applications: items.length, documents: documents.length },
      code: 0,
    };
  });
}

/** Proves an export of this very machine, file by file. */
export function checkExport({ folder, words }: AdminArguments): Promise<Answer> {
  const from = resolve(words.at(-1) ?? '');
  return inStore(folder, async (store) => {
    const own = [openKioskKey(signingKeyFile(folder)).publicKey, ...(await store.enrolment.oldKeys())];
    const read = await readExport(from, async () => own);
    if (!read.ok) return refused(`${from}: ${EXPORT_FAULTS[read.error]}`, 1);
    const { items, documents } = read.value;
    return {
      lines: [`${from}: ${items.length} applications and ${documents.length} files, each as it was`],
      value: { ok: true, applications: items.length, documents: documents.length },
      code: 0,
    };
  });
}
