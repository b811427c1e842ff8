import type { Locale, Text } from '../../domain/contract/text.ts';
import { createContext, useContext } from 'react';
import { said } from '../../ui/said.ts';

export const LocaleContext = createContext<Locale>('zh-CN');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Says a text in the citizen's language. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  return (text) => said(text, locale);
}
