// The documents an application calls for.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, orNull, Route } from './head.ts';

export const DocumentView = Type.Object(
  { id: Type.String(), title: Text, note: orNull(Text), state: Type.Literal('to-follow'), due: Text },
  closed,
);
export type DocumentView = Static<typeof DocumentView>;

export const DocumentsView = Type.Object(
  {
    screen: Type.Literal('documents'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    documents: Type.Array(DocumentView),
    changing: Type.Boolean(),
  },
  closed,
);
