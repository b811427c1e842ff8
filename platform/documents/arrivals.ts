// The moment a document is all here: its bytes are held against its digest and put on the disk, and only then is it held.
import type { Clock } from '../../lib/clock.ts';
import type { StoredDocument } from '../store/documents.ts';
import type { NewEvent } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import type { Depot } from './depot.ts';

export interface ArrivalParts {
  store: Store;
  depot: Depot;
  clock: Clock;
}

/** on-its-way: bytes are missing. wrong: they were not what the digest stands for, and are thrown away. */
export type Arrival = 'held' | 'on-its-way' | 'wrong';

/** Looks whether a document is all here, and says so once. Asked again after a crash it comes to the same end. */
export async function settle(parts: ArrivalParts, document: StoredDocument): Promise<Arrival> {
  const { depot } = parts;
  const { digest, bytes, heldAt } = document;
  if (heldAt !== null) return 'held';
  const size = await depot.size(digest);
  if (size === null || size < bytes) return 'on-its-way';
  if (size > bytes || !(await depot.isWhole(digest))) {
    await depot.discard(digest);
    return 'wrong';
  }
  await depot.sync(digest);
  await hold(parts, document);
  return 'held';
}

async function hold({ store, clock }: ArrivalParts, document: StoredDocument): Promise<void> {
  const at = clock.now().toISOString();
  await store.transaction(async (stores) => {
    if (!(await stores.documents.hold(document, at))) return;
    const awaited = await stores.documents.awaited(document);
    await stores.events.append(document.caseDivision, eventsOf(document, awaited, at));
  });
}

function eventsOf(
  { caseId, kiosk, digest, submission }: StoredDocument,
  awaited: number,
  at: string,
): NewEvent[] {
  const common = { at, caseId, kiosk };
  const arrived: NewEvent = { ...common, kind: 'document-arrived', body: { submission, digest, awaited } };
  return awaited > 0 ? [arrived] : [arrived, { ...common, kind: 'documents-complete', body: { submission } }];
}
