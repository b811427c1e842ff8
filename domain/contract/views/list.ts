// A list that grows by one item at a time.
import { Type, type Static } from 'typebox';
import { Problem } from '../answers.ts';
import { Text } from '../text.ts';
import { closed, head, orNull, Route } from './head.ts';

export const ListItemView = Type.Object(
  {
    index: Type.Integer(),
    name: Text,
    lines: Type.Array(Text),
    amount: orNull(Text),
    /** Share of the total, 0 to 1, when the list adds up to something. */
    share: orNull(Type.Number()),
    problems: Type.Array(Problem),
  },
  closed,
);

export const ListView = Type.Object(
  {
    screen: Type.Literal('list'),
    ...head,
    route: Route,
    title: Text,
    help: orNull(Text),
    item: Text,
    items: Type.Array(ListItemView),
    canAdd: Type.Boolean(),
    sum: orNull(
      Type.Object(
        {
          given: Text,
          wanted: Text,
          /** What the total is called: “registered capital”. */
          wantedLabel: Text,
          state: Type.Union([Type.Literal('short'), Type.Literal('over'), Type.Literal('matches')]),
          says: Text,
        },
        closed,
      ),
    ),
    problems: Type.Array(Problem),
    changing: Type.Boolean(),
  },
  closed,
);
export type ListView = Static<typeof ListView>;
