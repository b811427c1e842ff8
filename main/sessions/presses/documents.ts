// The presses that hand documents in.
import { fileFaults } from '../../../domain/documents/file-faults.ts';
import type { HeldNeed } from '../../../domain/documents/holding.ts';
import { ok } from '../../../domain/result.ts';
import type { Handlers } from '../../dispatch.ts';
import type { DocumentRoom } from '../../documents/document-room.ts';
import * as documents from '../../documents/document-steps.ts';
import { filesOf, roomProblem } from '../../documents/draft-documents.ts';
import { takeIn } from '../../documents/intake.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';
import { draftContext, type ViewContext } from '../views/context.ts';
import { documentsHere } from '../views/documents.ts';

type DocumentPresses = Pick<
  Handlers,
  | 'openDocument'
  | 'sendShot'
  | 'keepShot'
  | 'removeSheet'
  | 'turnFiles'
  | 'takeFile'
  | 'closeDocument'
  | 'declareDocument'
  | 'undoDocument'
>;

export interface DocumentPressParts {
  documents: DocumentRoom;
  viewContext: () => ViewContext;
}

export function documentPresses(desk: Desk, parts: DocumentPressParts): DocumentPresses {
  const { session, press, inTurn } = desk;
  const { shots } = parts.documents;

  return {
    openDocument: ({ page, document, by }) => press(page, () => open(parts, session(), document, by)),
    sendShot: ({ page, shot, part, data }) =>
      inTurn(async () => {
        desk.touch();
        const isHere = page === session().page && !desk.isShut() && isCapturing(session());
        return ok({ parts: isHere ? shots.take(shot, part, Buffer.from(data, 'base64')) : 0 });
      }),
    keepShot: ({ page, shot }) => press(page, () => keepShot(parts, session(), shot)),
    removeSheet: ({ page, sheet }) => press(page, () => documents.sheetRemoved(session(), sheet)),
    turnFiles: ({ page, from }) => press(page, () => documents.turnedTo(session(), from)),
    takeFile: ({ page, file }) => press(page, () => takeFile(parts, session(), file)),
    closeDocument: ({ page }) => press(page, () => documents.closed(session())),
    declareDocument: ({ page, document }) =>
      press(page, () =>
        needIn(parts, session(), document)?.mayDeclare == null
          ? session()
          : documents.declared(session(), document),
      ),
    undoDocument: ({ page, document }) => press(page, () => documents.undone(session(), document)),
  };
}

function isCapturing(session: Session): boolean {
  return documents.stepIn(session)?.by === 'camera';
}

function needIn({ viewContext }: DocumentPressParts, session: Session, id: string): HeldNeed | null {
  const draft = documents.draftIn(session);
  if (draft === null) return null;
  const needs = documentsHere(draftContext(session, draft, viewContext()));
  return needs.find((need) => need.id === id) ?? null;
}

/** The document of the open step. */
function needHere(parts: DocumentPressParts, session: Session): HeldNeed | null {
  const step = documents.stepIn(session);
  return step === null ? null : needIn(parts, session, step.document);
}

async function open(
  parts: DocumentPressParts,
  session: Session,
  document: string,
  by: 'camera' | 'usb',
): Promise<Session> {
  const { media, ways } = parts.documents;
  const need = needIn(parts, session, document);
  if (need === null || need.holding.state === 'spared' || !ways[by]) return session;
  const listing = by === 'usb' && media !== null ? await media.list() : null;
  return documents.opened(session, document, by, listing);
}

async function keepShot(parts: DocumentPressParts, session: Session, shot: string): Promise<Session> {
  if (!isCapturing(session) || documents.stepIn(session)?.lastShot === shot) return session;
  const bytes = parts.documents.shots.finish(shot);
  return bytes === null ? documents.refused(session, fileFaults.notKept) : take(parts, session, bytes, shot);
}

async function takeFile(parts: DocumentPressParts, session: Session, file: string): Promise<Session> {
  const { media } = parts.documents;
  if (media === null || documents.stepIn(session)?.by !== 'usb') return session;
  const copied = await media.read(file);
  if (!copied.ok) return documents.refused(documents.listed(session, await media.list()), copied.error);
  const next = await take(parts, session, copied.value);
  const hasWhole = filesOf(documents.documentsIn(next), documents.stepIn(next)?.document ?? '').some(
    ({ mediaType }) => mediaType === 'application/pdf',
  );
  // A PDF is the whole document; of pictures there may be more to come.
  return hasWhole && documents.stepIn(next)?.problem === null ? documents.closed(next) : next;
}

/** The session with the file as the open document's next; or with the sentence why not. */
async function take(
  parts: DocumentPressParts,
  session: Session,
  bytes: Uint8Array,
  shot = '',
): Promise<Session> {
  const need = needHere(parts, session);
  if (need === null) return session;
  const kept = await takeIn(parts.documents, bytes, need);
  if (!kept.ok) return documents.refused(session, kept.error);
  const problem = roomProblem(need, filesOf(documents.documentsIn(session), need.id), kept.value);
  if (problem === null) return documents.taken(session, kept.value, shot);
  await parts.documents.vault.discard([kept.value.digest]);
  return documents.refused(session, problem);
}
