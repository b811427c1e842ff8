// A queue that is carried by hand: sealed applications and files as they lie on the kiosk, and a manifest that names each
// by its hash and is signed by the kiosk. Nothing in it can be read without the platform's key, nothing can be changed,
// left out or slipped in without that being seen. The manifest is written last: a stick that was pulled out has none.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Type, type Static } from 'typebox';
import { fail, ok, type Result } from '../domain/result.ts';
import { canonicalJson } from '../domain/submission/canonical-json.ts';
import { verifySignature, type SigningKey } from './keys.ts';
import { compile } from './schema.ts';

const closed = { additionalProperties: false } as const;
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const Manifest = Type.Object(
  {
    format: Type.Literal(1),
    kiosk: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
    exportedAt: Type.String({ maxLength: 30 }),
    items: Type.Array(
      Type.Object(
        {
          sequence: Type.Integer({ minimum: 1 }),
          id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
          receiptNumber: Type.String({ maxLength: 40 }),
          /** SHA-256 of the sealed bytes, and the name of their file. */
          contentHash: Hash,
          signature: Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 128 }),
        },
        closed,
      ),
      { maxItems: 100_000 },
    ),
    /** Encrypted files by the SHA-256 of their bytes, which is their name. */
    documents: Type.Array(Hash, { maxItems: 1_000_000 }),
  },
  closed,
);
export type Manifest = Static<typeof Manifest>;

const isManifest = compile(Manifest);

/** What a manifest may have: a hundred thousand applications. */
const MANIFEST_BYTES = 64_000_000;
/** What one sealed application or file may have. */
const FILE_BYTES = 64_000_000;

export type ExportFault =
  'no-manifest' | 'manifest-wrong' | 'signature-wrong' | 'file-missing' | 'file-altered';

const MANIFEST = 'manifest.json';
const SIGNATURE = 'manifest.signature';

/** Writes a file that is there whole, on the disk, when this returns. Throws as the file system does. */
export function writeExported(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handle = openSync(join(folder, name), 'w', 0o600);
  try {
    for (let written = 0; written < bytes.length;)
      written += writeSync(handle, bytes, written, bytes.length - written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Signs and writes the manifest; every file it names is there already. */
export function writeManifest(folder: string, manifest: Manifest, key: SigningKey): void {
  const bytes = Buffer.from(canonicalJson(manifest));
  writeExported(folder, SIGNATURE, Buffer.from(key.sign('export', bytes)));
  writeExported(folder, MANIFEST, bytes);
}

function readLimited(folder: string, name: string, most: number): Buffer | null {
  const path = join(folder, name);
  if (!existsSync(path) || statSync(path).size > most) return null;
  return readFileSync(path);
}

/** The bytes of an exported file, if they are those that its name stands for. */
export function readExported(folder: string, hash: string): Result<Buffer, ExportFault> {
  const bytes = readLimited(folder, hash, FILE_BYTES);
  if (bytes === null) return fail('file-missing');
  return createHash('sha256').update(bytes).digest('hex') === hash ? ok(bytes) : fail('file-altered');
}

/**
 * Reads an export and proves every file of it. `keysOf`: the keys that the kiosk in the manifest has or had, SPKI in
 * base64. Changes nothing, and reads one file at a time.
 */
export async function readExport(
  folder: string,
  keysOf: (kiosk: string) => Promise<readonly string[]>,
): Promise<Result<Manifest, ExportFault>> {
  const bytes = readLimited(folder, MANIFEST, MANIFEST_BYTES);
  const signature = readLimited(folder, SIGNATURE, 256)?.toString('utf8').trim();
  if (bytes === null || signature === undefined) return fail('no-manifest');
  const manifest = parse(bytes);
  if (!isManifest(manifest)) return fail('manifest-wrong');
  const keys = await keysOf(manifest.kiosk);
  if (!keys.some((key) => verifySignature(key, 'export', bytes, signature))) return fail('signature-wrong');
  for (const hash of [...manifest.items.map(({ contentHash }) => contentHash), ...manifest.documents]) {
    const file = readExported(folder, hash);
    if (!file.ok) return file;
  }
  return ok(manifest);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** For whoever checks or imports one. */
export const EXPORT_FAULTS: Record<ExportFault, string> = {
  'no-manifest': 'there is no manifest: the export was not finished, or this is another folder',
  'manifest-wrong': 'the manifest cannot be read',
  'signature-wrong': 'the manifest was not signed by the kiosk it names',
  'file-missing': 'a file that the manifest names is missing',
  'file-altered': 'a file is not what the manifest says',
};
