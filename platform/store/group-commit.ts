// Joins what arrives while a transaction runs into the next one: a commit waits for the disk, and a hundred kiosks may
// wait for the same one. An entry that cannot be written is found by halves, so that it takes nobody along.

/** An answer, or what happened instead. */
export type Outcome<Answer> = { ok: true; answer: Answer } | { ok: false; surprise: unknown };

/** Takes all entries in one transaction, or throws and takes none. */
export type TakeAll<Entry, Answer> = (entries: Entry[]) => Promise<Answer[]>;

export interface GroupCommit<Entry, Answer> {
  /** One outcome for each entry, in order, once they are committed. Never throws. */
  add(entries: Entry[]): Promise<Outcome<Answer>[]>;
}

/** A transaction is not made longer than this by others' batches: whoever came first waits for all of it. */
const GROUP_ENTRIES = 400;

interface Batch<Entry, Answer> {
  entries: Entry[];
  answer: (outcomes: Outcome<Answer>[]) => void;
}

/** One transaction at a time: a second one would only wait for the first one's locks. */
export function createGroupCommit<Entry, Answer>(
  takeAll: TakeAll<Entry, Answer>,
): GroupCommit<Entry, Answer> {
  const queue: Batch<Entry, Answer>[] = [];
  let isRunning = false;

  function nextGroup(): Batch<Entry, Answer>[] {
    let entries = 0;
    const past = queue.findIndex((batch) => (entries += batch.entries.length) > GROUP_ENTRIES);
    return queue.splice(0, past === -1 ? queue.length : Math.max(past, 1));
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    while (queue.length > 0) {
      const group = nextGroup();
      const outcomes = await takeApart(
        takeAll,
        group.flatMap(({ entries }) => entries),
      );
      for (const { entries, answer } of group) answer(outcomes.splice(0, entries.length));
    }
    isRunning = false;
  }

  return {
    add: (entries) =>
      new Promise((answer) => {
        queue.push({ entries, answer });
        void run();
      }),
  };
}

/** Takes them together; where that fails, each half on its own, in order, down to the one that is to blame. */
async function takeApart<Entry, Answer>(
  takeAll: TakeAll<Entry, Answer>,
  entries: Entry[],
): Promise<Outcome<Answer>[]> {
  try {
    return (await takeAll(entries)).map((answer) => ({ ok: true, answer }));
  } catch (surprise) {
    if (entries.length === 1 || isOfTheDatabase(surprise))
      return entries.map(() => ({ ok: false, surprise }));
    const half = Math.ceil(entries.length / 2);
    const first = await takeApart(takeAll, entries.slice(0, half));
    return [...first, ...(await takeApart(takeAll, entries.slice(half)))];
  }
}

/** PostgreSQL's classes of errors (its manual, appendix A) that no row brings about: connection, resources, operator, system. */
const POSTGRES_DOWN = /^(08|53|57|58)...$/;
const SQLITE_DOWN = /^SQLITE_(IOERR|FULL|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|BUSY|LOCKED)/;
const UNREACHED = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;

/** Whether the database is what is wrong: then every part would fail, each after its own wait. */
function isOfTheDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (error.name === 'KnexTimeoutError') return true;
  return [POSTGRES_DOWN, SQLITE_DOWN, UNREACHED].some((down) => down.test(code));
}
