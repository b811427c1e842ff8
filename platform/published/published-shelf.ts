// The procedures that this platform judges by: those of its folder and every one that was ever published, also by another
// process of the same database.
import { createLiveShelf, shelfWith } from '../../lib/procedures/live-shelf.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import type { NamedProcedure } from '../../domain/contract/procedure-news.ts';
import type { EnvelopeHeader } from '../../domain/submission/envelope.ts';
import { keptAs, openKept } from '../../lib/procedures/sent.ts';
import type { ProcedureFault, ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Store } from '../store/store.ts';
import type { ProcedureNews } from '../store/published.ts';

export interface Published {
  shelf: ProcedureShelf;
  /** Sees what was published since; one small question to the database when nothing was. */
  refresh(): Promise<void>;
  /** Whether an application of a kiosk of this division is taken: one of a version withdrawn there had to be finished in time. */
  isTaken(division: string, header: Pick<EnvelopeHeader, 'procedure' | 'version' | 'completedAt'>): boolean;
}

export async function openPublished(
  base: ProcedureShelf,
  store: Pick<Store, 'published' | 'notices'>,
): Promise<Published> {
  const opened = new Map<string, Prepared>();
  const faults = new Map<string, ProcedureFault>();
  const shelf = createLiveShelf(base);
  let [seen, news]: [number, ProcedureNews[]] = [-1, []];
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function open(named: NamedProcedure): Promise<void> {
    const name = keptAs(named, 'published');
    if (opened.has(name) || faults.has(name)) return;
    const prepared = await openKept(named, store.published, 'published');
    if (prepared.ok) opened.set(name, prepared.value);
    else faults.set(name, prepared.error);
  }

  async function look(): Promise<void> {
    const position = await store.notices.lastPosition();
    if (position === seen) return;
    for (const named of await store.published.all()) await open(named);
    news = await store.published.news();
    shelf.replace(shelfWith(base, [...opened.values()], [], [...faults.values()]));
    seen = position;
  }

  function refresh(): Promise<void> {
    // Whoever asks while a look has not begun shares it: it sees all that was published before they asked.
    next ??= last
      .catch(() => undefined)
      .then(() => {
        next = null;
        return look();
      });
    last = next;
    return last;
  }

  await refresh();
  return {
    shelf,
    refresh,
    isTaken: (division, { procedure, version, completedAt }) =>
      news.every(
        (one) =>
          one.takenUntil === null ||
          one.procedure !== procedure ||
          one.version !== version ||
          (one.division !== null && one.division !== division) ||
          completedAt <= one.takenUntil,
      ),
  };
}
