import type { Locale, Text } from '../domain/contract/text.ts';

/**
 * A text in one language, as our font can set it: it draws ’ “ ” as wide as an ideograph, in whatever language, so that
 * English takes the straight marks. `isPlain`: in plainer words, where the text has them.
 */
export function said(text: Text, locale: Locale, isPlain = false): string {
  const words = ((isPlain ? text.plain : undefined) ?? text)[locale];
  return locale === 'en' ? words.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"') : words;
}
