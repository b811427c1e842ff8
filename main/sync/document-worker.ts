// Sends the files of documents, each after its submission has been acknowledged, and never before one that waits: this
// lane has its own turn and holds nothing up. What the platform has is asked of it in words it signs, before and after.
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Vault } from '../documents/vault.ts';
import type { WaitingDocument } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { createLane, type Lane, type LaneParts } from './lane.ts';
import type { PlatformClient, Trouble } from './platform-client.ts';
import type { RawExchange } from './signed-exchange.ts';
import { uploadDocument } from './tus-transport.ts';

export interface DocumentWorkerParts extends Omit<LaneParts, 'sendAll'> {
  store: Pick<Store, 'documents'>;
  vault: Pick<Vault, 'sealed' | 'discard'>;
  client: Pick<PlatformClient, 'documentStatus'>;
  exchange: RawExchange;
}

export function createDocumentWorker(parts: DocumentWorkerParts): Lane {
  const stopping = new AbortController();
  const lane = createLane({ ...parts, sendAll: () => sendAll(parts, stopping.signal) });
  return {
    ...lane,
    stop() {
      // A large file takes long: it is broken off where it is, and goes on from there next time.
      stopping.abort();
      return lane.stop();
    },
  };
}

/** Sends what waits, oldest first. undefined: nothing waits; null: all of it is there; else why it must come back. */
async function sendAll(parts: DocumentWorkerParts, signal: AbortSignal): Promise<Trouble | null | undefined> {
  const { store, log } = parts;
  const tried: string[] = [];
  let kept: Trouble | null | undefined = undefined;
  while (!signal.aborted) {
    const document = await store.documents.nextToSend(tried);
    if (document === null) return kept;
    tried.push(document.digest);
    const sent = await sendOne(parts, document, signal);
    if (sent.ok) {
      kept ??= null;
      continue;
    }
    await store.documents.noteTry(document.digest, codeOf(sent.error));
    log.info('document not sent', { code: codeOf(sent.error), sequence: document.sequence });
    // One that the platform does not want now must not hold up the others; without a platform none can go.
    if (sent.error.kind !== 'refused') return sent.error;
    kept = sent.error;
  }
  return kept;
}

function codeOf(trouble: Trouble): string {
  return trouble.kind === 'refused' ? trouble.code : trouble.kind;
}

async function sendOne(
  parts: DocumentWorkerParts,
  document: WaitingDocument,
  signal: AbortSignal,
): Promise<Result<null, Trouble>> {
  const { client, exchange, store, vault } = parts;
  const known = await client.documentStatus(document.digest);
  if (!known.ok) return known;
  if (known.value.state === 'held') return settled(parts, document);
  const bytes = await vault.sealed(document.digest);
  if (bytes === null) {
    parts.log.warn('document lost', { sequence: document.sequence });
    await store.documents.mark(document.digest, 'lost', 'file-gone');
    return ok(null);
  }
  const sent = await uploadDocument(exchange, { digest: document.digest, bytes }, signal);
  if (!sent.ok) return sent;
  const now = await client.documentStatus(document.digest);
  if (!now.ok) return now;
  return now.value.state === 'held' ? settled(parts, document) : fail({ kind: 'wrong-server' });
}

/** The platform holds it: here it is not needed any more. */
async function settled(
  { store, vault, log }: DocumentWorkerParts,
  { digest, sequence }: WaitingDocument,
): Promise<Result<null, Trouble>> {
  await store.documents.mark(digest, 'held', null);
  // A file that stays behind now is thrown away at the next start: nothing waits for it.
  await vault.discard([digest]);
  log.info('document sent', { sequence });
  return ok(null);
}
