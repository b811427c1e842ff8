// Whether the documents of an application are those that its answers call for, each dealt with in a way its rule allows.
// The platform asks it of whatever arrives: it may have been made by anybody who got hold of a kiosk's key.
import type { NeededDocument } from '../procedure/documents.ts';
import type { HeldDocument, Source } from '../submission/envelope.ts';
import { takesType } from './guard.ts';
import { FILE_BYTES } from './limits.ts';
import { sparedBy } from './holding.ts';

/** All that are needed and no others, in the order of the procedure. */
export function documentsAgree(
  needed: readonly NeededDocument[],
  held: readonly HeldDocument[],
  sources: readonly Source[],
): boolean {
  return (
    needed.length === held.length &&
    needed.every((document, index) => {
      const one = held[index];
      return one !== undefined && isLawful(document, one, sources);
    })
  );
}

function isLawful(needed: NeededDocument, held: HeldDocument, sources: readonly Source[]): boolean {
  if (held.id !== needed.id || held.rule !== needed.rule) return false;
  switch (held.state) {
    case 'to-follow':
      // The day itself stands as the citizen was told it: a kiosk may know an older calendar.
      return needed.dueOn !== null && held.dueOn !== null;
    case 'attached':
      return isTaken(needed, held);
    case 'declared':
      return needed.mayDeclare !== null;
    case 'spared':
      return (
        sparedBy({ sparedBy: needed.sparedBy.filter(({ record }) => record === held.by) }, sources) !== null
      );
  }
}

function isTaken(needed: NeededDocument, held: Extract<HeldDocument, { state: 'attached' }>): boolean {
  return takesType(needed, held.mediaType) && held.pages <= needed.maxPages && held.bytes <= FILE_BYTES;
}
