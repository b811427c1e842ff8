// Where the platform keeps the files: encrypted as they came, under names without meaning. A file that is shorter than its
// submission says is on its way; nothing else tells the two apart, so that there is nothing to get out of step.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Depot {
  /** How many bytes are here; null: none were ever sent. */
  size(digest: string): Promise<number | null>;
  begin(digest: string): Promise<void>;
  /** Writes at the end. Returns how many bytes are here then. */
  append(digest: string, offset: number, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** Whether the bytes are those that the digest stands for. */
  isWhole(digest: string): Promise<boolean>;
  /** Puts file and name on the disk for good. */
  sync(digest: string): Promise<void>;
  discard(digest: string): Promise<void>;
  /** null: it is not here. */
  read(digest: string): Promise<Buffer | null>;
}

export function openDepot(folder: string): Depot {
  const place = join(folder, 'documents');
  // Two letters of the name make a folder: a city's years of documents are too many names for one.
  const folderOf = (digest: string) => join(place, digest.slice(0, 2));
  const pathOf = (digest: string) => join(folderOf(digest), digest);

  return {
    async size(digest) {
      return (await stat(pathOf(digest)).catch(() => null))?.size ?? null;
    },

    async begin(digest) {
      await mkdir(folderOf(digest), { recursive: true, mode: 0o700 });
      await (await open(pathOf(digest), 'w', 0o600)).close();
    },

    async append(digest, offset, chunks) {
      const handle = await open(pathOf(digest), 'r+');
      let at = offset;
      try {
        for await (const chunk of chunks) {
          await handle.write(chunk, 0, chunk.length, at);
          at += chunk.length;
        }
        return at;
      } finally {
        await handle.close();
      }
    },

    async isWhole(digest) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(digest))) hash.update(chunk as Buffer);
      return hash.digest('hex') === digest;
    },

    async sync(digest) {
      await syncAt(pathOf(digest));
      await syncAt(folderOf(digest));
      await syncAt(place);
    },

    async discard(digest) {
      await rm(pathOf(digest), { force: true });
    },

    read: (digest) => readFile(pathOf(digest)).catch(() => null),
  };
}

/** A folder's names are synced through the folder itself. */
async function syncAt(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
