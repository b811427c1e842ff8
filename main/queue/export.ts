// Brings out what the platform does not hold: for a machine that was revoked, broke, or will never have a network.
import type { Clock } from '../../lib/clock.ts';
import { readEnvelope } from '../../lib/envelope.ts';
import {
  readExport,
  writeExported,
  writeManifest,
  type ExportFault,
  type Manifest,
} from '../../lib/export-folder.ts';
import type { SigningKey } from '../../lib/keys.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Vault } from '../documents/vault.ts';
import type { Store } from '../store/store.ts';

export interface ExportParts {
  store: Store;
  vault: Pick<Vault, 'sealed'>;
  key: SigningKey;
  kiosk: string;
  clock: Clock;
}

/** Envelopes are read so many at a time: ten thousand that wait must not fill the memory. */
const PAGE = 20;

/** Writes the export into a folder that is empty or new, and reads it back. What was exported stays in the queue. */
export async function exportQueue(
  parts: ExportParts,
  folder: string,
): Promise<Result<Manifest, ExportFault>> {
  const { store, clock, kiosk, key } = parts;
  const exportedAt = clock.now().toISOString();
  const manifest: Manifest = { format: 1, kiosk, exportedAt, items: [], documents: [] };
  for (let after = 0; ;) {
    const page = await store.quarantine.exportable(after, PAGE);
    for (const { sequence, id, receiptNumber, contentHash, envelope, signature } of page) {
      const hash = contentHash.toString('hex');
      writeExported(folder, hash, envelope);
      manifest.items.push({ sequence, id, receiptNumber, contentHash: hash, signature });
      manifest.documents.push(...(await filesOf(parts, folder, envelope)));
    }
    after = page.at(-1)?.sequence ?? after;
    if (page.length < PAGE) break;
  }
  writeManifest(folder, manifest, key);
  await store.transaction((stores) =>
    stores.journal.append(exportedAt, 'exported', {
      count: manifest.items.length,
      documents: manifest.documents.length,
    }),
  );
  const read = await readExport(folder, async () => [key.publicKey]);
  return read.ok ? ok(manifest) : fail(read.error);
}

/** Files of this submission that are still here; those that the platform has are not. */
async function filesOf({ vault }: ExportParts, folder: string, envelope: Buffer): Promise<string[]> {
  const written: string[] = [];
  for (const { digest } of readEnvelope(envelope)?.header.documents ?? []) {
    const bytes = await vault.sealed(digest);
    if (bytes === null) continue;
    writeExported(folder, digest, bytes);
    written.push(digest);
  }
  return written;
}
