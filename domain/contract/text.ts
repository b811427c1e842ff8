import { Type, type Static } from 'typebox';

/** The languages everything is said in. */
export const LOCALES = ['zh-CN', 'en'] as const;

export const Locale = Type.Union([Type.Literal('zh-CN'), Type.Literal('en')]);
export type Locale = Static<typeof Locale>;

const inBoth = {
  'zh-CN': Type.String({ minLength: 1, maxLength: 2000 }),
  en: Type.String({ minLength: 1, maxLength: 2000 }),
};

/** One sentence in both languages, so that switching never needs a second question. */
export const Text = Type.Object(
  {
    ...inBoth,
    /** The same in words that need no schooling in law: on the screen, for whoever asked for large text. Never on paper. */
    plain: Type.Optional(Type.Object(inBoth, { additionalProperties: false })),
  },
  { additionalProperties: false },
);
export type Text = Static<typeof Text>;

/** `plain`: the same in plainer words, as `text` makes it. */
export function text(zh: string, en: string, plain?: Text): Text {
  return plain === undefined ? { 'zh-CN': zh, en } : { 'zh-CN': zh, en, plain };
}

/** The same in both languages: a number, a name, a date already written out. */
export function same(value: string): Text {
  return { 'zh-CN': value, en: value };
}
