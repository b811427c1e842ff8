// Keeps the cases of the counter through power cuts. Each has a random key of its own, wrapped by the machine's key; the
// body is sealed under it. Shredding a case destroys its key: what is left anywhere else stays closed.
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { digestsIn } from '../documents/draft-documents.ts';
import type { SealedDraft } from '../store/drafts.ts';
import type { Store } from '../store/store.ts';
import { bytesOf, draftOf, readCase, type Case, type SavedCase } from './saved-case.ts';
import { newDraftKey, openWith, sealWith } from './sealed.ts';

export interface CaseKeeperParts {
  store: Store;
  /** 32 bytes, of this machine. */
  machineKey: Buffer;
  shelf: Pick<ProcedureShelf, 'version'>;
  clock: Clock;
  log: Log;
}

/** A case as a list shows it. */
export interface KeptCase {
  saved: SavedCase;
  savedAt: string;
}

export interface CaseKeeper {
  /** Puts a case down; on the disk when it settles. When; null: it could not be. */
  put(one: Case): Promise<string | null>;
  /** null: there is none, it is damaged, or its version of the procedure is not here any more. */
  take(id: string): Promise<Case | null>;
  /** In the order in which they were begun; one that cannot be read is left out and logged. */
  list(): Promise<KeptCase[]>;
  /** Every file of a document that a kept case holds on to. */
  digests(): Promise<string[]>;
  shred(id: string): Promise<void>;
}

/** More than anybody has open at a counter. */
const CASES_AT_MOST = 200;

export function createCaseKeeper({ store, machineKey, shelf, clock, log }: CaseKeeperParts): CaseKeeper {
  function keyOf({ id, wrappedKey }: SealedDraft): Buffer | null {
    return openWith(machineKey, `draft-key ${id}`, wrappedKey);
  }

  function open(sealed: SealedDraft): SavedCase | null {
    const key = keyOf(sealed);
    const bytes = key === null ? null : openWith(key, `draft ${sealed.id}`, sealed.body);
    const saved = bytes === null ? null : readCase(bytes);
    if (saved === null) log.warn('case not readable');
    return saved;
  }

  async function write(one: Case): Promise<string> {
    const { id } = one.draft;
    const known = await store.drafts.get(id);
    const key = (known === null ? null : keyOf(known)) ?? newDraftKey();
    const savedAt = clock.now().toISOString();
    await store.drafts.put({
      id,
      wrappedKey: sealWith(machineKey, `draft-key ${id}`, key),
      body: sealWith(key, `draft ${id}`, bytesOf(one)),
      savedAt,
    });
    return savedAt;
  }

  async function list(): Promise<KeptCase[]> {
    const rows = await store.drafts.list(CASES_AT_MOST);
    return rows.flatMap((row) => {
      const saved = open(row);
      return saved === null ? [] : [{ saved, savedAt: row.savedAt }];
    });
  }

  return {
    list,
    async put(one) {
      try {
        return await write(one);
      } catch (error) {
        // A full disk must not stop the clerk: the page says that it is not saved.
        log.unexpected('case not saved', error);
        return null;
      }
    },
    async take(id) {
      const row = await store.drafts.get(id);
      const saved = row === null ? null : open(row);
      const prepared = saved === null ? null : shelf.version(saved.procedure, saved.version);
      if (row === null || saved === null || prepared === null) return null;
      const { locale } = saved;
      const attended = { ...saved.attended, savedAt: row.savedAt };
      return { draft: draftOf(saved, prepared), attended, locale };
    },
    async digests() {
      return (await list()).flatMap(({ saved }) => digestsIn(saved.kept.documents));
    },
    async shred(id) {
      if (await store.drafts.shred(id)) await store.sweep();
    },
  };
}
