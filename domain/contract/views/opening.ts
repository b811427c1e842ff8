// The pages before an application: welcome, matters, guide.
import { Type } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, orNull } from './head.ts';

export const WelcomeView = Type.Object({ screen: Type.Literal('welcome'), ...head }, closed);

export const MattersView = Type.Object(
  {
    screen: Type.Literal('matters'),
    ...head,
    occasions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Text,
          matters: Type.Array(Type.Object({ procedure: Type.String(), title: Text, summary: Text }, closed)),
        },
        closed,
      ),
    ),
    /** Procedures that could not be loaded are named to staff, never hidden. */
    missing: Type.Integer({ minimum: 0 }),
  },
  closed,
);

const Line = Type.Object({ title: Text, note: orNull(Text) }, closed);

export const GuideView = Type.Object(
  {
    screen: Type.Literal('guide'),
    ...head,
    procedure: Type.String(),
    title: Text,
    summary: Text,
    facts: Type.Array(Type.Object({ title: Text, value: Text, note: orNull(Text) }, closed)),
    bring: Type.Array(Line),
    spared: Type.Array(Line),
    /** Why an application cannot be begun now, or null. */
    closed: orNull(Text),
  },
  closed,
);
