// The documents of a case: which are here, on their way, promised, declared or spared; and one of them, opened for a reader.
import type { CaseView } from '../../domain/contract/console-api.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';
import type { Application, HeldDocument } from '../../domain/submission/envelope.ts';
import { openDocument } from '../../lib/document-crypto.ts';
import type { Depot } from '../documents/depot.ts';
import type { StoredDocument } from '../store/documents.ts';

type Entry = CaseView['documents'][number];
type Attached = Extract<HeldDocument, { state: 'attached' }>;

/** `needed` has the titles; `stored`: what is known of the files. */
export function documentsOf(
  { documents }: Application,
  needed: readonly NeededDocument[],
  stored: readonly StoredDocument[],
): Entry[] {
  return documents.map((document) => {
    const found = needed.find(({ id }) => id === document.id);
    return {
      title: found?.title ?? text(document.id, document.id),
      state: document.state,
      dueOn: document.state === 'to-follow' ? document.dueOn : null,
      declares: document.state === 'declared' ? (found?.mayDeclare ?? null) : null,
      file: document.state === 'attached' ? fileOf(document, stored) : null,
    };
  });
}

function fileOf(document: Attached, stored: readonly StoredDocument[]): NonNullable<Entry['file']> {
  const { id, mediaType, pages, bytes, trust, digest } = document;
  const heldAt = stored.find((one) => one.digest === digest)?.heldAt ?? null;
  return { id, mediaType, pages, bytes, trust: TRUST[trust], arrivedAt: heldAt };
}

/** What may be relied on; originals (A) come to the counter and stay with the citizen. */
const TRUST: Record<Attached['trust'], Text> = {
  B: text('工作人员核对过原件', 'Staff compared it with the original'),
  C: text('申请人自己拍的，没有核对原件', 'Copied by the applicant, not compared with the original'),
};

export interface OpenedDocument {
  mediaType: Attached['mediaType'];
  bytes: Buffer;
}

/** A document as it was handed in; null: there is none of that name, or it is not here yet. */
export async function readDocument(
  application: Application,
  id: string,
  depot: Pick<Depot, 'read'>,
): Promise<OpenedDocument | null> {
  const document = application.documents.find((one) => one.id === id);
  if (document?.state !== 'attached') return null;
  const sealed = await depot.read(document.digest);
  const bytes = sealed === null ? null : openDocument(sealed, document.key);
  return bytes === null ? null : { mediaType: document.mediaType, bytes };
}
