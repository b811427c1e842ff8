// Documents at rest: encrypted before a byte of them is on the disk, each with a key that only its draft holds. A file
// without a draft and without a row in the store is noise, and is thrown away at the next start.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaType } from '../../domain/documents/limits.ts';
import { documentDigest, openDocument, sealDocument } from '../../lib/document-crypto.ts';

/** One encrypted file, as the draft that owns it knows it. */
export interface KeptFile {
  /** SHA-256 of the encrypted bytes, in hex; the file's name. */
  digest: string;
  /** base64url. */
  key: string;
  mediaType: MediaType;
  /** Length before encryption. */
  bytes: number;
  pages: number;
}

export interface Vault {
  /** Encrypts and writes; what comes back is the only way to read it again. */
  keep(plain: Uint8Array, mediaType: MediaType, pages: number): Promise<KeptFile>;
  /** Throws when the file is gone or altered. */
  read(file: KeptFile): Promise<Buffer>;
  /** The encrypted bytes; null when they are gone or altered. */
  sealed(digest: string): Promise<Buffer | null>;
  /** Puts files and folder on the disk for good. Throws when one is not there. */
  sync(digests: readonly string[]): Promise<void>;
  discard(digests: Iterable<string>): Promise<void>;
  /** Throws away every file but these. Returns how many went. */
  sweep(referred: ReadonlySet<string>): Promise<number>;
}

/** A file being written: a name that no document has. */
const PART = /\.part$/;

export function createVault(folder: string): Vault {
  const place = join(folder, 'documents');
  const pathOf = (digest: string) => join(place, digest);

  async function write(digest: string, bytes: Buffer): Promise<void> {
    await mkdir(place, { recursive: true, mode: 0o700 });
    // Aside first: under its name a file is always whole.
    const aside = join(place, `${randomBytes(8).toString('hex')}.part`);
    try {
      await writeFile(aside, bytes, { mode: 0o600 });
      await rename(aside, pathOf(digest));
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  async function names(): Promise<string[]> {
    await mkdir(place, { recursive: true, mode: 0o700 });
    return readdir(place);
  }

  async function sealed(digest: string): Promise<Buffer | null> {
    const bytes = await readFile(pathOf(digest)).catch(() => null);
    return bytes !== null && documentDigest(bytes) === digest ? bytes : null;
  }

  return {
    sealed,

    async keep(plain, mediaType, pages) {
      const { bytes, digest, key } = sealDocument(plain);
      await write(digest, bytes);
      return { digest, key, mediaType, bytes: plain.length, pages };
    },

    async read({ digest, key }) {
      const bytes = await sealed(digest);
      const plain = bytes === null ? null : openDocument(bytes, key);
      if (plain === null) throw new Error('a document of this draft is gone or altered');
      return plain;
    },

    async sync(digests) {
      if (digests.length === 0) return;
      for (const digest of digests) await syncAt(pathOf(digest));
      await syncAt(place);
    },

    async discard(digests) {
      for (const digest of digests) await rm(pathOf(digest), { force: true });
    },

    async sweep(referred) {
      const lost = (await names()).filter((name) => PART.test(name) || !referred.has(name));
      for (const name of lost) await rm(join(place, name), { recursive: true, force: true });
      return lost.length;
    },
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
