// The scans of a case, to be held against their originals.
import type { Session } from '../sessions/session.ts';
import { draftContext, type ViewContext } from '../sessions/views/context.ts';
import { documentsHere } from '../sessions/views/documents.ts';
import type { Scan } from './views.ts';

/** Each document of the case on the screen that was scanned, in the order in which they are asked for. */
export function scansIn(session: Session, context: ViewContext): Scan[] {
  const { screen } = session;
  if (screen.at !== 'draft') return [];
  const { gifts } = screen.draft.documents;
  return documentsHere(draftContext(session, screen.draft, context)).flatMap(({ id, title }) => {
    const gift = gifts[id];
    if (gift?.state !== 'attached') return [];
    return [{ document: id, title, isCompared: gift.isCompared === true }];
  });
}
