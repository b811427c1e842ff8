// What a document is when the application is handed in: one file. A PDF stays as it was, photographs become one.
import { takesType } from '../../domain/documents/guard.ts';
import type { HeldNeed } from '../../domain/documents/holding.ts';
import type { HeldDocument } from '../../domain/submission/envelope.ts';
import { digestsIn, filesOf, pagesIn, type DraftDocuments } from './draft-documents.ts';
import { pdfOfPictures } from './pages-pdf.ts';
import type { KeptFile, Vault } from './vault.ts';

/** What there is to hand in. `carried`: files, by digest, that the platform has and this machine need not have. */
export interface ToHandIn {
  documents: DraftDocuments;
  needs: readonly HeldNeed[];
  carried: readonly string[];
}

/** Each document as it travels in the sealed application. Throws when a file cannot be read or written. */
export async function assemble(vault: Vault, given: ToHandIn): Promise<HeldDocument[]> {
  const { documents, needs } = given;
  const held: HeldDocument[] = [];
  try {
    for (const need of needs) held.push(await heldOf(vault, need, given));
  } catch (error) {
    await discardMade(vault, documents, held);
    throw error;
  }
  return held;
}

/** What was made for an application that was not handed in; the draft keeps its own. */
export async function discardMade(
  vault: Pick<Vault, 'discard'>,
  documents: DraftDocuments,
  held: readonly HeldDocument[],
): Promise<void> {
  const own = new Set(digestsIn(documents));
  const made = attachedIn(held).filter(({ digest }) => !own.has(digest));
  await vault.discard(made.map(({ digest }) => digest));
}

export type AttachedDocument = Extract<HeldDocument, { state: 'attached' }>;

export function attachedIn(held: readonly HeldDocument[]): AttachedDocument[] {
  return held.filter((document) => document.state === 'attached');
}

async function heldOf(vault: Vault, need: HeldNeed, given: ToHandIn): Promise<HeldDocument> {
  const { id, rule, dueOn, holding } = need;
  switch (holding.state) {
    case 'needed':
      throw new Error('an application is handed in without a document it needs');
    case 'to-follow':
      return { id, rule, state: 'to-follow', dueOn };
    case 'declared':
      return { id, rule, state: 'declared' };
    case 'spared':
      return { id, rule, state: 'spared', by: holding.by };
    case 'attached':
      return attached(need, await oneFile(vault, need, given), trustIn(given.documents, need));
  }
}

/** C: the citizen's own word that this is the document. B: staff held it against the original. */
function trustIn({ gifts }: DraftDocuments, { id }: HeldNeed): AttachedDocument['trust'] {
  const gift = gifts[id];
  return gift?.state === 'attached' && gift.isCompared === true ? 'B' : 'C';
}

function attached(
  { id, rule }: HeldNeed,
  { digest, key, mediaType, bytes, pages }: KeptFile,
  trust: AttachedDocument['trust'],
): HeldDocument {
  return { id, rule, state: 'attached', digest, key, mediaType, bytes, pages, trust };
}

async function oneFile(vault: Vault, need: HeldNeed, { documents, carried }: ToHandIn): Promise<KeptFile> {
  const files = filesOf(documents, need.id);
  const [only] = files;
  if (only !== undefined && carried.includes(only.digest)) return only;
  const contents: Buffer[] = [];
  // One that is handed in as it lies there is read as well: what is promised must be whole.
  for (const file of files) contents.push(await vault.read(file));
  if (only !== undefined && files.length === 1 && takesType(need, only.mediaType)) return only;
  return vault.keep(await pdfOfPictures(contents), 'application/pdf', pagesIn(files));
}
