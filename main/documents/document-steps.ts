// What a press on the documents' pages does to a session. Pure: files, sticks and the camera are elsewhere.
import type { Message } from '../../domain/message.ts';
import type { Listing } from '../devices/usb/removable-media.ts';
import type { Draft } from '../sessions/draft.ts';
import { showing, type Session } from '../sessions/session.ts';
import {
  filesOf,
  NO_DOCUMENTS,
  openStep,
  sheetId,
  withFile,
  withGift,
  type DraftDocuments,
  type OpenStep,
} from './draft-documents.ts';
import type { KeptFile } from './vault.ts';

export function draftIn({ screen }: Session): Draft | null {
  return screen.at === 'draft' ? screen.draft : null;
}

export function documentsIn(session: Session): DraftDocuments {
  return draftIn(session)?.documents ?? NO_DOCUMENTS;
}

/** The step in which a document is handed in, while one is on the screen. */
export function stepIn(session: Session): OpenStep | null {
  return documentsIn(session).step;
}

/** The same page of the screen with its documents changed: the camera stays on. */
function within(session: Session, documents: DraftDocuments): Session {
  const { screen } = session;
  if (screen.at !== 'draft') return session;
  return { ...session, screen: { ...screen, draft: { ...screen.draft, documents, problems: [] } } };
}

/** Another page of the screen. */
function turned(session: Session, documents: DraftDocuments): Session {
  const changed = within(session, documents);
  return showing(changed, changed.screen);
}

export function opened(
  session: Session,
  document: string,
  by: OpenStep['by'],
  listing: Listing | null,
): Session {
  return turned(session, { ...documentsIn(session), step: openStep(document, by, listing) });
}

export function closed(session: Session): Session {
  return stepIn(session) === null ? session : turned(session, { ...documentsIn(session), step: null });
}

function withStep(session: Session, change: Partial<OpenStep>): Session {
  const documents = documentsIn(session);
  if (documents.step === null) return session;
  return within(session, { ...documents, step: { ...documents.step, ...change } });
}

export function refused(session: Session, problem: Message): Session {
  return withStep(session, { problem });
}

export function listed(session: Session, listing: Listing): Session {
  const step = stepIn(session);
  const from = step === null || step.from >= listing.files.length ? 0 : step.from;
  return withStep(session, { listing, from });
}

/** Shows another part of the list. */
export function turnedTo(session: Session, from: number): Session {
  const total = stepIn(session)?.listing?.files.length ?? 0;
  return from < total ? withStep(session, { from, problem: null }) : session;
}

/** The open document with one more file. */
export function taken(session: Session, file: KeptFile, shot = ''): Session {
  const documents = documentsIn(session);
  const { step } = documents;
  if (step === null) return session;
  const files = withFile(filesOf(documents, step.document), file);
  const next = withGift(documents, step.document, { state: 'attached', files });
  return within(session, { ...next, step: { ...step, problem: null, lastShot: shot } });
}

export function sheetRemoved(session: Session, sheet: string): Session {
  const documents = documentsIn(session);
  const { step } = documents;
  if (step === null) return session;
  const files = filesOf(documents, step.document).filter((file) => sheetId(file) !== sheet);
  const next = withGift(documents, step.document, { state: 'attached', files });
  return within(session, { ...next, step: { ...step, problem: null } });
}

export function declared(session: Session, document: string): Session {
  return turned(session, withGift(documentsIn(session), document, { state: 'declared' }));
}

export function undone(session: Session, document: string): Session {
  return turned(session, withGift(documentsIn(session), document, null));
}
