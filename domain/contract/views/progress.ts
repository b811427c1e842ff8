// How far an application is, who may see how much of it, and the way to mend what was returned.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, orNull } from './head.ts';
import { PrintView, StageView } from './receipt.ts';

export const AskProgressView = Type.Object(
  {
    screen: Type.Literal('ask-progress'),
    ...head,
    number: Type.String(),
    problem: orNull(Text),
    /** Whether this machine has a reader for identity cards. */
    hasReader: Type.Boolean(),
  },
  closed,
);

const CaseRow = Type.Object({ number: Type.String(), matter: Text, received: Text, state: Text }, closed);

/** A person's applications, found by card. */
export const CasesView = Type.Object(
  { screen: Type.Literal('cases'), ...head, cases: Type.Array(CaseRow) },
  closed,
);

/** What was returned for correction. */
const ReturnedView = Type.Object(
  {
    title: Text,
    /** By whom and when. */
    by: Text,
    /** What and why, for whoever holds the receipt or the card; for the bare number none. */
    reasons: Type.Array(Type.Object({ title: Text, why: Text }, closed)),
    /** What to do now. */
    says: Text,
  },
  closed,
);
export type ReturnedView = Static<typeof ReturnedView>;

const TogetherRow = Type.Object({ title: Text, says: Text, department: Text }, closed);

export const ProgressView = Type.Object(
  {
    screen: Type.Literal('progress'),
    ...head,
    number: Type.String(),
    matter: Text,
    state: Text,
    /** What this machine cannot know now, or null. */
    limit: orNull(Text),
    stages: Type.Array(StageView),
    /** What goes on side by side, once what it waits for is done. */
    together: Type.Array(TogetherRow),
    documents: Type.Array(Type.Object({ title: Text, due: Text }, closed)),
    returned: orNull(ReturnedView),
    canMend: Type.Boolean(),
    canRate: Type.Boolean(),
    /** The receipt can be printed here: this machine made it, and whoever asks holds it or the card. */
    canPrint: Type.Boolean(),
    /** Where it can be printed, for whoever holds it at another machine; null: here, or whoever asks holds nothing. */
    printedAt: orNull(Text),
    print: orNull(PrintView),
  },
  closed,
);
export type ProgressView = Static<typeof ProgressView>;

/** Before answers are lent: who the applicant is, once more. */
export const MendIdentityView = Type.Object(
  {
    screen: Type.Literal('mend-identity'),
    ...head,
    number: Type.String(),
    matter: Text,
    problem: orNull(Text),
    hasReader: Type.Boolean(),
  },
  closed,
);
