// Who the applicant is: by their card, or typed; and what may be asked of departments so that they need not type it.
import { Type, type Static } from 'typebox';
import { Text } from '../text.ts';
import { closed, head, oneOf, orNull } from './head.ts';

/** What a department would lend, and what for. */
export const OfferedRecord = Type.Object({ record: Type.String(), title: Text, why: Text }, closed);

/** One press that goes on: with which means, and whether the records are used. */
export const IdentityWay = Type.Object(
  { by: oneOf('card', 'typing'), consent: Type.Boolean(), title: Text, note: orNull(Text) },
  closed,
);
export type IdentityWay = Static<typeof IdentityWay>;

export const IdentityView = Type.Object(
  {
    screen: Type.Literal('identity'),
    ...head,
    matter: Text,
    title: Text,
    help: Text,
    /** choose: which way; lay: the card is waited for. */
    step: oneOf('choose', 'lay'),
    records: Type.Array(OfferedRecord),
    ways: Type.Array(IdentityWay),
    /** Why there are fewer ways than there could be, or null. */
    hold: orNull(Text),
    /** How it is with reader and card. */
    state: orNull(Type.Object({ mark: oneOf('waiting', 'working', 'wrong'), says: Text }, closed)),
    /** What is wrong with the card that was laid down, or null. */
    problem: orNull(Text),
  },
  closed,
);
export type IdentityView = Static<typeof IdentityView>;
