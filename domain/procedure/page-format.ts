// The pages of a procedure: of questions, of a list, of documents, or a part that several procedures share.
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';
import { closed, Name, underCondition, Pointer, Schema } from './format-atoms.ts';
import { Question } from './question-format.ts';

const pageHead = {
  id: Name,
  stage: Name,
  title: Text,
  help: Type.Optional(Text),
  showWhen: Type.Optional(Schema),
};

/** One thing a page; a page of questions. */
export const QuestionPage = Type.Object(
  { ...pageHead, questions: Type.Array(Question, { minItems: 1, maxItems: 8 }) },
  closed,
);
export type QuestionPage = Static<typeof QuestionPage>;

/** A list that grows by one item at a time, each item asked on pages of its own. */
export const RepeatPage = Type.Object(
  {
    ...pageHead,
    repeat: Pointer,
    min: Type.Integer({ minimum: 0 }),
    max: Type.Integer({ minimum: 1, maximum: 200 }),
    /** What one item is called: “股东”. */
    item: Text,
    /** The answers, relative to the item, that name it in the list; the first that is answered is shown. */
    names: Type.Array(Pointer, { minItems: 1 }),
    /** Further answers of the item shown in its row. */
    shows: Type.Array(Pointer),
    /** A running total in the list: what adds up, and to what. */
    sum: Type.Optional(Type.Object({ of: Pointer, to: Pointer }, closed)),
    /** While this holds, the list is one item `{ person }` for each of these people, and is not asked. */
    known: Type.Optional(
      Type.Object({ ...underCondition, items: Type.Array(Pointer, { minItems: 1, maxItems: 12 }) }, closed),
    ),
    /** `showWhen` inside an item sees all answers and the item itself as `item`. */
    pages: Type.Array(
      Type.Object(
        {
          id: Name,
          title: Text,
          help: Type.Optional(Text),
          showWhen: Type.Optional(Schema),
          questions: Type.Array(Question, { minItems: 1, maxItems: 8 }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 12 },
    ),
  },
  closed,
);
export type RepeatPage = Static<typeof RepeatPage>;

/** Shows which documents are needed and how each will come. */
export const DocumentsPage = Type.Object({ ...pageHead, documents: Type.Literal(true) }, closed);
export type DocumentsPage = Static<typeof DocumentsPage>;

export const Page = Type.Union([QuestionPage, RepeatPage, DocumentsPage]);
export type Page = Static<typeof Page>;

/** In the file of a procedure, a page may be `{ "part": "llc-founding" }`: the pages of procedures/parts/ID.json. */
export const PartPage = Type.Object({ part: Name }, closed);

export function isQuestionPage(page: Page): page is QuestionPage {
  return 'questions' in page;
}

export function isRepeatPage(page: Page): page is RepeatPage {
  return 'repeat' in page;
}
