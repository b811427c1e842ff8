import { Type, type Static } from 'typebox';

/** The languages everything is said in. */
export const LOCALES = ['zh-CN', 'en'] as const;

export const Locale = Type.Union([Type.Literal('zh-CN'), Type.Literal('en')]);
export type Locale = Static<typeof Locale>;

/** One sentence in both languages, so that switching never needs a second question. */
export const Text = Type.Object(
  {
    'zh-CN': Type.String({ minLength: 1, maxLength: 2000 }),
    en: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  { additionalProperties: false },
);
export type Text = Static<typeof Text>;

export function text(zh: string, en: string): Text {
  return { 'zh-CN': zh, en };
}

/** The same in both languages: a number, a name, a date already written out. */
export function same(value: string): Text {
  return { 'zh-CN': value, en: value };
}
