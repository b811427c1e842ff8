// Takes an export of a kiosk's queue, as if its kiosk had sent it: each application exactly once, whether it came by the
// wire before, comes by it later, or never.
import { BATCH_ITEMS } from '../../domain/contract/platform-api.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../lib/clock.ts';
import { readExport, readExported, type ExportFault, type Manifest } from '../../lib/export-folder.ts';
import { settle } from '../documents/arrivals.ts';
import type { Depot } from '../documents/depot.ts';
import type { Kiosk } from '../store/kiosks.ts';
import type { Store } from '../store/store.ts';
import type { Intake } from './intake.ts';

export interface ImportParts {
  store: Store;
  intake: Pick<Intake, 'take'>;
  depot: Depot;
  clock: Clock;
}

export interface Imported {
  /** How many of each answer: 'taken', 'already-taken', 'conflict', or why it was refused. */
  answers: Record<string, number>;
  /** Files that are here now. */
  documents: number;
}

export async function importExport(
  parts: ImportParts,
  folder: string,
): Promise<Result<Imported, ExportFault | 'kiosk-unknown'>> {
  let kiosk: Kiosk | null = null;
  const read = await readExport(folder, async (id) => {
    kiosk = await parts.store.kiosks.byId(id);
    return kiosk === null ? [] : [kiosk.publicKey, ...kiosk.olderKeys];
  });
  const owner = kiosk as Kiosk | null;
  if (owner === null && !read.ok && read.error === 'signature-wrong') return fail('kiosk-unknown');
  if (!read.ok) return read;
  if (owner === null) return fail('kiosk-unknown');
  const answers = await takeAll(parts, owner, read.value, folder);
  return ok({ answers, documents: await takeFiles(parts, read.value, folder) });
}

async function takeAll(
  { intake }: ImportParts,
  kiosk: Kiosk,
  { items }: Manifest,
  folder: string,
): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (let from = 0; from < items.length; from += BATCH_ITEMS) {
    const batch = items.slice(from, from + BATCH_ITEMS).map(({ id, contentHash, signature }) => {
      const bytes = readExported(folder, contentHash);
      return { id, envelope: bytes.ok ? bytes.value.toString('base64') : '', signature };
    });
    for (const { body } of await intake.take(kiosk, batch)) {
      const { result, because } = JSON.parse(body) as { result: string; because: string | null };
      const said = because ?? result;
      answers[said] = (answers[said] ?? 0) + 1;
    }
  }
  return answers;
}

async function takeFiles(parts: ImportParts, { documents }: Manifest, folder: string): Promise<number> {
  let held = 0;
  for (const digest of new Set(documents)) {
    const document = await parts.store.documents.byDigest(digest);
    const bytes = readExported(folder, digest);
    if (document === null || !bytes.ok) continue;
    if (document.heldAt === null) {
      await parts.depot.begin(digest);
      await parts.depot.append(digest, 0, oneChunk(bytes.value));
    }
    if ((await settle(parts, document)) === 'held') held += 1;
  }
  return held;
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
