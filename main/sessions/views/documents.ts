// The documents of an application on the screen, and the two steps in which one is handed in.
import type {
  CaptureView,
  DocumentChoiceView,
  DocumentsView,
  DocumentView,
  FileView,
  UsbView,
} from '../../../domain/contract/views.ts';
import { sizeInWords } from '../../../domain/documents/file-faults.ts';
import { takesType } from '../../../domain/documents/guard.ts';
import type { HeldNeed } from '../../../domain/documents/holding.ts';
import type { DocumentsPage } from '../../../domain/procedure/procedure.ts';
import { filesOf, pagesIn, sheetId, type OpenStep } from '../../documents/draft-documents.ts';
import { DOCUMENTS_AT, needsOf } from '../../documents/needs.ts';
import type { MediaFile } from '../../devices/usb/removable-media.ts';
import { dueText } from '../../submissions/due-text.ts';
import { holdingText } from '../../submissions/holding-text.ts';
import { headOf, routeOf, type DraftContext } from './context.ts';

export function documentsHere({ draft, walked, today, calendar }: DraftContext): HeldNeed[] {
  return needsOf(draft, walked, today, calendar);
}

export function documentView(need: HeldNeed): DocumentView {
  const { id, title, note, holding } = need;
  return { id, title, note, state: holding.state, says: holdingText(need) };
}

/** `change`: the document as it would be handed in again. */
function choiceView(context: DraftContext, need: HeldNeed): DocumentChoiceView {
  const { state } = need.holding;
  const { ways = { camera: false, usb: false }, draft } = context;
  // What a returned application keeps stays as it was handed in.
  const isKept = draft.mends?.kept[need.id] !== undefined;
  const isOpen = state !== 'spared' && state !== 'declared' && !isKept;
  const { text: problem = null } = problemOf(context, need) ?? {};
  return {
    ...documentView(need),
    camera: isOpen && ways.camera && takesType(need, 'image/jpeg'),
    usb: isOpen && ways.usb,
    declares: isOpen && state !== 'attached' ? need.mayDeclare : null,
    canUndo: draft.documents.gifts[need.id] !== undefined && state !== 'spared' && !isKept,
    problem,
  };
}

function problemOf({ draft }: DraftContext, { id }: HeldNeed) {
  return draft.problems.find(({ at }) => at === `${DOCUMENTS_AT}/${id}`);
}

export function documentsView(context: DraftContext, page: DocumentsPage): DocumentsView {
  return {
    screen: 'documents',
    ...headOf(context.session, context),
    route: routeOf(context),
    title: page.title,
    help: page.help ?? null,
    documents: documentsHere(context).map((need) => choiceView(context, need)),
    problems: context.draft.problems,
    changing: context.draft.changing,
  };
}

/** The open step; null when the document is not needed any more. */
export function stepView(context: DraftContext, step: OpenStep): CaptureView | UsbView | null {
  const need = documentsHere(context).find(({ id }) => id === step.document);
  if (need === undefined) return null;
  const collecting = { ...headOf(context.session, context), ...collectingOf(context, need, step) };
  return step.by === 'camera'
    ? { screen: 'capture', ...collecting }
    : { screen: 'usb', ...collecting, ...listingOf(step) };
}

function collectingOf(context: DraftContext, need: HeldNeed, step: OpenStep) {
  const files = filesOf(context.draft.documents, need.id);
  return {
    route: routeOf(context),
    document: need.title,
    sheets: files.map((file) => ({ id: sheetId(file), pages: file.pages })),
    pages: pagesIn(files),
    maxPages: need.maxPages,
    follows: need.dueOn === null ? null : dueText(need),
    problem: step.problem?.text ?? null,
  };
}

/** Rows on one page of the list, at any size of type. */
export const FILES_A_PAGE = 6;

function listingOf({ listing, from }: OpenStep) {
  const files = listing?.files ?? [];
  const found = files.length === 0 ? 'empty' : 'listed';
  const state: UsbView['state'] = (listing?.sticks ?? 0) === 0 ? 'none' : found;
  return {
    state,
    files: files.slice(from, from + FILES_A_PAGE).map(fileView),
    from,
    total: files.length,
    perPage: FILES_A_PAGE,
    isCut: listing?.isCut ?? false,
  };
}

/** Names are a stranger's: what cannot be seen, or turns the line around, is shown as a box. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NAME_CHARACTERS = 80;

function shownName(name: string): string {
  const letters = [...name.replaceAll(UNSEEN, '□')];
  if (letters.length <= NAME_CHARACTERS) return letters.join('');
  // The end tells what it is.
  return `${letters.slice(0, NAME_CHARACTERS - 12).join('')}…${letters.slice(-11).join('')}`;
}

function fileView({ id, name, folder, bytes }: MediaFile): FileView {
  return { id, name: shownName(name), folder: shownName(folder), size: sizeInWords(bytes) };
}
