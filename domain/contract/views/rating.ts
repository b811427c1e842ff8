// The citizen's verdict. Nothing is chosen beforehand, and one press leaves without one.
import { Type, type Static } from 'typebox';
import { Level } from '../../rating/catalogue.ts';
import { Text } from '../text.ts';
import { closed, head, orNull } from './head.ts';

const OptionView = Type.Object({ id: Type.String(), text: Text }, closed);
const DimensionView = Type.Object({ title: Text, options: Type.Array(OptionView) }, closed);

const LevelView = Type.Object(
  {
    level: Level,
    title: Text,
    /** Asked once this level is chosen. */
    asks: Text,
    dimensions: Type.Array(DimensionView),
  },
  closed,
);
export type LevelView = Static<typeof LevelView>;

export const RatingView = Type.Object(
  {
    screen: Type.Literal('rating'),
    ...head,
    matter: Text,
    asks: Text,
    levels: Type.Array(LevelView),
    /** Most characters of one's own words. */
    longest: Type.Integer({ minimum: 1 }),
    /** Why it was not taken, or null. */
    problem: orNull(Text),
    /** It was taken: nothing more is asked. */
    isGiven: Type.Boolean(),
    /** Where the way leads back to: an application's progress; else out. */
    leadsBack: Type.Boolean(),
  },
  closed,
);
export type RatingView = Static<typeof RatingView>;
