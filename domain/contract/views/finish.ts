// Check and confirm.
import { Type, type Static } from 'typebox';
import { Problem } from '../answers.ts';
import { Text } from '../text.ts';
import { DocumentView } from './documents.ts';
import { closed, head, orNull, Route } from './head.ts';

export const CheckRowView = Type.Object(
  {
    at: Type.String(),
    label: Text,
    value: orNull(Text),
    problem: orNull(Text),
    /** The answer to change it by: another one where this one follows from it; null where nobody was asked. */
    change: orNull(Type.String()),
    /** The card or record it came from; absent: the citizen gave it. */
    source: Type.Optional(Text),
  },
  closed,
);
export const CheckView = Type.Object(
  {
    screen: Type.Literal('check'),
    ...head,
    route: Route,
    sections: Type.Array(
      Type.Object({ id: Type.String(), title: Text, rows: Type.Array(CheckRowView) }, closed),
    ),
    documents: Type.Array(DocumentView),
    problems: Type.Array(Problem),
    /** The application is being mended: what was returned, and why. null: it is a new one. */
    mends: orNull(Type.Array(Type.Object({ title: Text, why: Text, change: orNull(Type.String()) }, closed))),
  },
  closed,
);
export type CheckView = Static<typeof CheckView>;

export const ConfirmView = Type.Object(
  {
    screen: Type.Literal('confirm'),
    ...head,
    route: Route,
    declaration: Type.Array(Text),
    applicant: Type.String(),
    today: Text,
    typedName: Type.String(),
    problems: Type.Array(Problem),
    /** Why it could not be saved just now, or null. */
    refused: orNull(Text),
  },
  closed,
);
