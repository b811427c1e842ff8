import type { Locale, Text } from '../../domain/contract/text.ts';
import type { Appearance, Desk } from '../../domain/contract/views.ts';
import { createContext, useContext } from 'react';
import { said } from '../../ui/said.ts';

export const LocaleContext = createContext<Locale>('zh-CN');

/** Whether texts are said in their plainer words. */
export const PlainContext = createContext(false);

/** With large text come plainer words; whoever works at the counter knows the others. */
export function isPlain({
  appearance,
  desk,
}: {
  appearance: Pick<Appearance, 'size'>;
  desk?: Pick<Desk, 'mode'>;
}): boolean {
  return appearance.size >= 3 && desk?.mode !== 'desk';
}

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Says a text in the citizen's language, in plainer words where they want them and there are some. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  const plain = useContext(PlainContext);
  return (text) => said(text, locale, plain);
}
