// How each document of an application is dealt with: handed in, to follow, declared, or spared by a record.
import type { NeededDocument } from '../procedure/documents.ts';
import type { Source } from '../submission/envelope.ts';

export type Holding =
  /** Not here yet, and it may not follow. */
  | { state: 'needed' }
  | { state: 'to-follow' }
  | { state: 'attached'; pages: number }
  | { state: 'declared' }
  | { state: 'spared'; by: string };

/** What the citizen did about a document; nothing, as long as it is not named. */
export type Given = { state: 'attached'; pages: number } | { state: 'declared' };

export type HeldNeed = NeededDocument & { holding: Holding };

/** What holds for each document: what was given goes before what a record spares, and that before a promise. */
export function holdings(
  needed: readonly NeededDocument[],
  given: Readonly<Record<string, Given>>,
  sources: readonly Source[],
): HeldNeed[] {
  return needed.map((document) => ({
    ...document,
    holding: holdingOf(document, given[document.id], sources),
  }));
}

function holdingOf(document: NeededDocument, given: Given | undefined, sources: readonly Source[]): Holding {
  if (given?.state === 'attached') return { state: 'attached', pages: given.pages };
  const by = sparedBy(document, sources);
  if (by !== null) return { state: 'spared', by };
  if (given?.state === 'declared' && document.mayDeclare !== null) return { state: 'declared' };
  return { state: document.dueOn === null ? 'needed' : 'to-follow' };
}

/**
 * The record that spares a document: it gave every answer that the document would prove, and the citizen left them as they
 * are. Whoever changes one of them says something that the record does not.
 */
export function sparedBy(
  { sparedBy: records }: Pick<NeededDocument, 'sparedBy'>,
  sources: readonly Source[],
): string | null {
  const gave = (record: string, place: string) =>
    sources.some((one) => one.source === record && isWithin(place, one.place));
  return records.find(({ record, keeping }) => keeping.every((place) => gave(record, place)))?.record ?? null;
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}
