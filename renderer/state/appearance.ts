import { useEffect } from 'react';
import type { Appearance } from '../../domain/contract/views.ts';

/** Marks the page with the citizen's language, text size, contrast and reach; the styles do the rest. */
export function useAppearance({ locale, size, contrast, lowReach }: Appearance): void {
  useEffect(() => {
    const page = document.documentElement;
    page.lang = locale;
    page.dataset['size'] = String(size);
    page.toggleAttribute('data-elder', size >= 3);
    if (contrast === 'off') delete page.dataset['contrast'];
    else page.dataset['contrast'] = contrast;
    if (lowReach) page.dataset['reach'] = 'low';
    else delete page.dataset['reach'];
  }, [locale, size, contrast, lowReach]);
}
