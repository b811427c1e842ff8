import type { Locale, Text } from '../../domain/contract/text.ts';
import { createContext, useContext } from 'react';

export const LocaleContext = createContext<Locale>('zh-CN');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Says a text in the citizen's language. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
