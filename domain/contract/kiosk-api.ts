// Everything the screen may ask. No transport, no validator: whoever guards a door compiles it.
import { Type, type Static, type TSchema } from 'typebox';
import type { Result } from '../result.ts';
import { Place, Problem, RawAnswer, RawAnswers } from './answers.ts';
import { TypedVerdict } from '../rating/rating.ts';
import type { Refusal } from './refusals.ts';
import { SHOT_PART_CHARACTERS, SHOT_PARTS } from './shots.ts';
import { Strokes } from './signature.ts';
import { Locale, Text } from './text.ts';
import { staffApi } from './staff-api.ts';
import { Contrast, FileId, PageToken, SheetId, TextSize, View } from './views.ts';

const closed = { additionalProperties: false } as const;
const ask = <I extends TSchema, O extends TSchema>(input: I, answer: O) => ({ input, answer });

const ProcedureId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });
const OnPage = Type.Object({ page: PageToken }, closed);
/** A document's name in its application: the rule's, with the item's number where there is one for each. */
const DocumentId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,79}$' });
const DocumentOnPage = Type.Object({ page: PageToken, document: DocumentId }, closed);
const ShotId = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });
const ItemOnPage = Type.Object(
  { page: PageToken, index: Type.Integer({ minimum: 0, maximum: 500 }) },
  closed,
);

/** Whether the machine reaches the platform, as last known. */
export const Status = Type.Object(
  {
    link: Type.Union([Type.Literal('online'), Type.Literal('offline'), Type.Literal('sign-in-needed')]),
    /** Wall time in the city: the screen has no clock of its own to trust. */
    now: Type.String(),
  },
  closed,
);
export type Status = Static<typeof Status>;

export const kioskApi = {
  /** What to show now. Asked when the screen starts; a session in progress asks whether somebody is still there. */
  look: ask(Type.Null(), View),
  status: ask(Type.Null(), Status),
  /** Language, text size, contrast, voice, reach: changeable on every page, never losing anything. */
  arrange: ask(
    Type.Object(
      {
        locale: Type.Optional(Locale),
        size: Type.Optional(TextSize),
        contrast: Type.Optional(Contrast),
        speech: Type.Optional(Type.Boolean()),
        lowReach: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    View,
  ),
  begin: ask(Type.Null(), View),
  openMatter: ask(Type.Object({ procedure: ProcedureId }, closed), View),
  beginApplication: ask(Type.Object({ procedure: ProcedureId }, closed), View),
  /** Waits for the card. `consent`: the records that were named may be used for this application. */
  readIdentity: ask(Type.Object({ page: PageToken, consent: Type.Boolean() }, closed), View),
  /** Goes on without a card. */
  typeIdentity: ask(Type.Object({ page: PageToken, consent: Type.Boolean() }, closed), View),
  answerPage: ask(Type.Object({ page: PageToken, answers: RawAnswers }, closed), View),
  /** What is wrong or doubtful about one answer while it is being typed. Nothing is kept. */
  checkAnswer: ask(
    Type.Object({ page: PageToken, at: Place, value: RawAnswer }, closed),
    Type.Object(
      {
        problem: Type.Union([Problem, Type.Null()]),
        warnings: Type.Array(Text),
        reads: Type.Union([Text, Type.Null()]),
      },
      closed,
    ),
  ),
  goBack: ask(OnPage, View),
  /** From the check page or a list: open the page where this answer is given. */
  changeAnswer: ask(Type.Object({ page: PageToken, at: Place }, closed), View),
  addItem: ask(OnPage, View),
  changeItem: ask(ItemOnPage, View),
  removeItem: ask(ItemOnPage, View),
  /** Hands in: signed by strokes, or by the applicant's name typed out. */
  /** Opens the step in which a document is handed in. */
  openDocument: ask(
    Type.Object(
      {
        page: PageToken,
        document: DocumentId,
        by: Type.Unsafe<'camera' | 'usb'>({ enum: ['camera', 'usb'] }),
      },
      closed,
    ),
    View,
  ),
  /** One part of a photograph, in its order; nothing is kept before all of it is here. Answers how many are. */
  sendShot: ask(
    Type.Object(
      {
        page: PageToken,
        shot: ShotId,
        part: Type.Integer({ minimum: 0, maximum: SHOT_PARTS - 1 }),
        data: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: SHOT_PART_CHARACTERS }),
      },
      closed,
    ),
    Type.Object({ parts: Type.Integer({ minimum: 0 }) }, closed),
  ),
  /** The photograph that was sent becomes the document's next page. */
  keepShot: ask(Type.Object({ page: PageToken, shot: ShotId }, closed), View),
  removeSheet: ask(Type.Object({ page: PageToken, sheet: SheetId }, closed), View),
  turnFiles: ask(
    Type.Object({ page: PageToken, from: Type.Integer({ minimum: 0, maximum: 10_000 }) }, closed),
    View,
  ),
  takeFile: ask(Type.Object({ page: PageToken, file: FileId }, closed), View),
  /** Back to the list of documents, with the pages that are there. */
  closeDocument: ask(OnPage, View),
  declareDocument: ask(DocumentOnPage, View),
  /** Takes back what was handed in or declared. */
  undoDocument: ask(DocumentOnPage, View),
  submit: ask(
    Type.Object(
      { page: PageToken, typedName: Type.String({ maxLength: 200 }), strokes: Type.Optional(Strokes) },
      closed,
    ),
    View,
  ),
  /** From the receipt: on to the rating where there is one to give, else out. */
  finish: ask(OnPage, View),
  reprint: ask(OnPage, View),
  /** From the receipt of an application that was just handed in: all of it, on A4. */
  printFullCopy: ask(OnPage, View),
  askProgress: ask(Type.Null(), View),
  /** By number, or by the text of a receipt's square from a scanner. */
  findProgress: ask(Type.Object({ page: PageToken, number: Type.String({ maxLength: 300 }) }, closed), View),
  /** By the card that lies on the reader. */
  findProgressByCard: ask(OnPage, View),
  openProgress: ask(ItemOnPage, View),
  /** From the progress of a returned application: to mend it. */
  mend: ask(OnPage, View),
  /** Who the applicant is, once more, by the number typed; then the answers are lent. */
  giveIdentity: ask(Type.Object({ page: PageToken, number: Type.String({ maxLength: 60 }) }, closed), View),
  giveIdentityByCard: ask(OnPage, View),
  /** From the progress page: to the rating. */
  rate: ask(OnPage, View),
  giveRating: ask(Type.Object({ page: PageToken, verdict: TypedVerdict }, closed), View),
  /** Asks for a person to come; whether anybody was told. */
  callHelp: ask(Type.Null(), Type.Object({ isHeard: Type.Boolean() }, closed)),
  stillHere: ask(Type.Null(), View),
  /** A person touched the screen: the idle clock starts again. */
  noteActivity: ask(Type.Null(), Type.Null()),
  leave: ask(Type.Null(), View),
  ...staffApi,
};

export type Name = keyof typeof kioskApi;
export type In<N extends Name> = Static<(typeof kioskApi)[N]['input']>;
export type Out<N extends Name> = Static<(typeof kioskApi)[N]['answer']>;

/** JSON only: it must survive either wire. */
export type Reply<T = unknown> = Result<T, Refusal>;
export type Send = (name: Name, input: unknown) => Promise<Reply>;
