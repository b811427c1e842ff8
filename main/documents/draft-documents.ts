// What a draft knows about its documents. Files are in the vault; their keys are here and nowhere else, so that they end
// with the draft.
import { tooHeavy, tooManyPages } from '../../domain/documents/file-faults.ts';
import type { Given } from '../../domain/documents/holding.ts';
import { FILE_BYTES } from '../../domain/documents/limits.ts';
import type { Message } from '../../domain/message.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';
import type { Listing } from '../devices/usb/removable-media.ts';
import type { KeptFile } from './vault.ts';

export type Gift =
  /** `isCompared`: staff held the scan against the original. */
  { state: 'attached'; files: KeptFile[]; isCompared?: boolean } | { state: 'declared' };

/** The step in which one document is handed in. */
export interface OpenStep {
  document: string;
  by: 'camera' | 'usb';
  /** What the last file or photograph was refused for. */
  problem: Message | null;
  /** The photograph that was kept last: pressed twice, it is one page. */
  lastShot: string;
  /** What is on the sticks, and which part of it is shown. */
  listing: Listing | null;
  from: number;
}

export interface DraftDocuments {
  gifts: Readonly<Record<string, Gift>>;
  step: OpenStep | null;
}

export const NO_DOCUMENTS: DraftDocuments = { gifts: {}, step: null };

export function openStep(document: string, by: OpenStep['by'], listing: Listing | null): OpenStep {
  return { document, by, problem: null, lastShot: '', listing, from: 0 };
}

export function filesOf({ gifts }: DraftDocuments, document: string): KeptFile[] {
  const gift = gifts[document];
  return gift?.state === 'attached' ? gift.files : [];
}

export function pagesIn(files: readonly KeptFile[]): number {
  return files.reduce((sum, { pages }) => sum + pages, 0);
}

/** Every file of the draft, by name. */
export function digestsIn({ gifts }: DraftDocuments): string[] {
  return Object.values(gifts).flatMap((gift) =>
    gift.state === 'attached' ? gift.files.map(({ digest }) => digest) : [],
  );
}

/** What was given, as the rules ask for it. */
export function givenIn({ gifts }: DraftDocuments): Record<string, Given> {
  return Object.fromEntries(
    Object.entries(gifts).map(([id, gift]): [string, Given] => [
      id,
      gift.state === 'attached' ? { state: 'attached', pages: pagesIn(gift.files) } : gift,
    ]),
  );
}

/** The documents with a gift changed; without files there is none. */
export function withGift(documents: DraftDocuments, id: string, gift: Gift | null): DraftDocuments {
  const { [id]: _, ...others } = documents.gifts;
  const isNone = gift === null || (gift.state === 'attached' && gift.files.length === 0);
  return { ...documents, gifts: isNone ? others : { ...others, [id]: gift } };
}

/** The name of a page on the screen. */
export function sheetId({ digest }: KeptFile): string {
  return digest.slice(0, 16);
}

/** Why one more file does not go in, or null. A PDF is a document by itself: nothing is put before or behind it. */
export function roomProblem(
  needed: Pick<NeededDocument, 'maxPages'>,
  files: readonly KeptFile[],
  more: Pick<KeptFile, 'pages' | 'bytes' | 'mediaType'>,
): Message | null {
  const before = more.mediaType === 'application/pdf' ? [] : files;
  const pages = pagesIn(before) + more.pages;
  if (pages > needed.maxPages) return tooManyPages(pages, needed.maxPages);
  const bytes = before.reduce((sum, file) => sum + file.bytes, more.bytes);
  // A page of a PDF is a little more than its picture.
  return bytes > FILE_BYTES - pages * PAGE_MORE_BYTES ? tooHeavy(bytes) : null;
}

const PAGE_MORE_BYTES = 2048;

/** The files of a document with one more: a PDF takes the place of what was there, and a picture that of a PDF. */
export function withFile(files: readonly KeptFile[], more: KeptFile): KeptFile[] {
  const isWhole = (file: KeptFile) => file.mediaType === 'application/pdf';
  return isWhole(more) || files.some(isWhole) ? [more] : [...files, more];
}
