// Staff held a scan against its original: what departments may rely on rises from C to B.
import type { Session } from '../sessions/session.ts';

/** The session with that document compared; the same one where nothing was scanned, or staff are not at work on it. */
export function originalCompared(session: Session, document: string): Session {
  const { screen, attended } = session;
  if (screen.at !== 'draft' || attended === null) return session;
  const { documents } = screen.draft;
  const gift = documents.gifts[document];
  if (gift?.state !== 'attached' || gift.isCompared === true) return session;
  const gifts = { ...documents.gifts, [document]: { ...gift, isCompared: true } };
  return {
    ...session,
    screen: { ...screen, draft: { ...screen.draft, documents: { ...documents, gifts } } },
  };
}
