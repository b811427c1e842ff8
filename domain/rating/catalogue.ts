// What may be chosen in a rating (好差评): levels, dimensions and options, as versioned data in `procedures/ratings/`.
// The same five levels everywhere; options may not be added or removed locally (GB/T 39735-2020).
import { Type, type Static } from 'typebox';
import { Text } from '../contract/text.ts';

const closed = { additionalProperties: false } as const;
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$' });

/** 5: very satisfied … 1: very dissatisfied. */
export const Level = Type.Unsafe<1 | 2 | 3 | 4 | 5>({ enum: [1, 2, 3, 4, 5] });
export type Level = Static<typeof Level>;

/** Most code points of what somebody adds in their own words. */
export const WORDS_MAX = 500;

export const RatingCatalogue = Type.Object(
  {
    format: Type.Literal(1),
    id: Name,
    version: Type.String({ pattern: '^[0-9]{4}\\.[0-9]{1,4}$' }),
    title: Text,
    /** Where it comes from and how sure it is. */
    source: Type.String({ minLength: 1 }),
    /** When a rating is asked for: once per case and stage. */
    stages: Type.Array(Type.Object({ id: Name, title: Text, asks: Text }, closed), {
      minItems: 1,
      maxItems: 8,
    }),
    levels: Type.Array(Type.Object({ level: Level, title: Text, asks: Text }, closed), {
      minItems: 5,
      maxItems: 5,
    }),
    dimensions: Type.Array(Type.Object({ id: Name, title: Text }, closed), { minItems: 1, maxItems: 8 }),
    options: Type.Array(
      Type.Object(
        { id: Name, dimension: Name, levels: Type.Array(Level, { minItems: 1, maxItems: 5 }), text: Text },
        closed,
      ),
      { minItems: 1, maxItems: 80 },
    ),
  },
  closed,
);
export type RatingCatalogue = Static<typeof RatingCatalogue>;

export interface CatalogueFinding {
  /** JSON pointer into the file. */
  place: string;
  reason: string;
}

/** What the schema cannot say. Empty: ratings can be given by it. */
export function lintRatingCatalogue({
  stages,
  levels,
  dimensions,
  options,
}: RatingCatalogue): CatalogueFinding[] {
  const known = new Set(dimensions.map(({ id }) => id));
  return [
    ...twice(
      '/stages',
      stages.map(({ id }) => id),
    ),
    ...twice(
      '/levels',
      levels.map(({ level }) => String(level)),
    ),
    ...twice(
      '/dimensions',
      dimensions.map(({ id }) => id),
    ),
    ...twice(
      '/options',
      options.map(({ id }) => id),
    ),
    ...options.flatMap(({ dimension }, index) =>
      known.has(dimension)
        ? []
        : [{ place: `/options/${index}/dimension`, reason: `there is no ${dimension}` }],
    ),
    ...levels.flatMap(({ level }, index) =>
      options.some((option) => option.levels.includes(level))
        ? []
        : [{ place: `/levels/${index}`, reason: `no option fits level ${level}` }],
    ),
  ];
}

function twice(place: string, names: string[]): CatalogueFinding[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ place: `${place}/${index}`, reason: `${name} stands twice` }],
  );
}

/** The options that fit a level, in the order of the catalogue. */
export function optionsFor({ options }: RatingCatalogue, level: Level): RatingCatalogue['options'] {
  return options.filter(({ levels }) => levels.includes(level));
}
