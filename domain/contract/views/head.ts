// What every view carries, and the small types that several of them share.
import { Type, type Static } from 'typebox';
import { Locale, Text } from '../text.ts';
import { Desk } from './desk.ts';

export const closed = { additionalProperties: false } as const;

export const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const oneOf = <const T extends string>(...values: T[]) => Type.Unsafe<T>({ enum: values });

/** Names the page a screen answers; an answer to a page that has moved on changes nothing. */
export const PageToken = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' });

/** 1 is for counters; 2 is the default; 3 and 4 are larger. */
export const TextSize = Type.Unsafe<1 | 2 | 3 | 4>({ enum: [1, 2, 3, 4] });
export const Contrast = oneOf('off', 'dark', 'light');

export const Appearance = Type.Object(
  {
    locale: Locale,
    size: TextSize,
    contrast: Contrast,
    /** Every page is read aloud. */
    speech: Type.Boolean(),
    /** On an upright panel, everything that can be touched stands in its lower 60 %: for whoever sits. */
    lowReach: Type.Boolean(),
  },
  closed,
);
export type Appearance = Static<typeof Appearance>;

/** When the kiosk's own keyboard comes to a field: for a finger, for a mouse as well (some panels are one), or never. */
export const KeyboardOffer = oneOf('touch', 'always', 'never');
export type KeyboardOffer = Static<typeof KeyboardOffer>;

/** Whose machine this is and where help is: from the configuration. */
export const Place = Type.Object(
  {
    office: Text,
    kiosk: Text,
    helpAt: Text,
    phone: Type.String(),
    /** Absent: for a finger. */
    keyboard: Type.Optional(KeyboardOffer),
  },
  closed,
);
export type Place = Static<typeof Place>;

/** Rises with every view the kiosk makes: what was made earlier and comes later is not shown. */
const Revision = Type.Integer({ minimum: 1 });

export const head = {
  page: PageToken,
  revision: Revision,
  appearance: Appearance,
  place: Place,
  /** What happened that no press asked for: a record was not there, another card was laid down. */
  notice: Type.Optional(Text),
  /** Only while a member of staff is at work here. */
  desk: Type.Optional(Desk),
};

export const Stop = Type.Object(
  {
    title: Text,
    state: Type.Union([Type.Literal('done'), Type.Literal('here'), Type.Literal('to-come')]),
    /** The answer that matters at this stop, once given. */
    answer: orNull(Text),
  },
  closed,
);
export const Route = Type.Object({ matter: Text, stops: Type.Array(Stop) }, closed);
export type Route = Static<typeof Route>;
