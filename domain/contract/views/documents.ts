// The documents an application calls for: what holds for each, and the two ways in which one is handed in.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, oneOf, orNull, Route } from './head.ts';

/**
 * needed: it must be here before the application is handed in. to-follow: it may come by a day. attached: it is here.
 * declared: the applicant answers for it instead. spared: a record says the same.
 */
const HoldingState = oneOf('needed', 'to-follow', 'attached', 'declared', 'spared');

const document = {
  id: Type.String(),
  title: Text,
  note: orNull(Text),
  state: HoldingState,
  /** What holds, in words: “3 pages”, “by 1 December 2026”. */
  says: Text,
};
export const DocumentView = Type.Object(document, closed);
export type DocumentView = Static<typeof DocumentView>;

/** A document with what the citizen may do about it. */
export const DocumentChoiceView = Type.Object(
  {
    ...document,
    /** Whether a document camera and a stick are there to be used, and this document takes what they give. */
    camera: Type.Boolean(),
    usb: Type.Boolean(),
    /** What may be declared instead; null: nothing. */
    declares: orNull(Text),
    /** Something was given that can be taken back. */
    canUndo: Type.Boolean(),
    problem: orNull(Text),
  },
  closed,
);
export type DocumentChoiceView = Static<typeof DocumentChoiceView>;

export const DocumentsView = Type.Object(
  {
    screen: Type.Literal('documents'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    documents: Type.Array(DocumentChoiceView),
    /** Why it does not go on yet; each at `/documents/ID`. */
    problems: Type.Array(Type.Object({ at: Type.String(), code: Type.String(), text: Text }, closed)),
    changing: Type.Boolean(),
  },
  closed,
);
export type DocumentsView = Static<typeof DocumentsView>;

/** Names a page of a document while it is being collected. */
export const SheetId = Type.String({ pattern: '^[0-9a-f]{16}$' });

const collecting = {
  route: Route,
  /** Whose pages these are. */
  document: Text,
  /** In the order in which they will stand. */
  sheets: Type.Array(Type.Object({ id: SheetId, pages: Type.Integer({ minimum: 1 }) }, closed)),
  /** How many pages are here, and may be. */
  pages: Type.Integer({ minimum: 0 }),
  maxPages: Type.Integer({ minimum: 1 }),
  /** By when it may be brought instead; null: it may not follow. */
  follows: orNull(Text),
  problem: orNull(Text),
};

/** The document camera is on as long as this is shown, and no longer. */
export const CaptureView = Type.Object({ screen: Type.Literal('capture'), ...head, ...collecting }, closed);
export type CaptureView = Static<typeof CaptureView>;

/** Names a file on a stick; nothing of its path. */
export const FileId = Type.String({ pattern: '^[0-9a-f]{16}$' });

export const FileView = Type.Object(
  {
    id: FileId,
    name: Type.String(),
    /** In which folder of which stick, where that is needed to tell two apart. */
    folder: Type.String(),
    size: Type.String(),
  },
  closed,
);
export type FileView = Static<typeof FileView>;

export const UsbView = Type.Object(
  {
    screen: Type.Literal('usb'),
    ...head,
    ...collecting,
    /** none: no stick is there. empty: it holds nothing that can be taken. */
    state: oneOf('none', 'empty', 'listed'),
    files: Type.Array(FileView),
    /** Which part of the list this is: the first file shown, counted from 0, and all there are. */
    from: Type.Integer({ minimum: 0 }),
    total: Type.Integer({ minimum: 0 }),
    /** How many are shown at once. */
    perPage: Type.Integer({ minimum: 1 }),
    /** More were on the stick than a list can hold. */
    isCut: Type.Boolean(),
  },
  closed,
);
export type UsbView = Static<typeof UsbView>;
