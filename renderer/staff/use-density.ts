import { useLayoutEffect } from 'react';
import type { View } from '../../domain/contract/views.ts';

/** Pages that staff work on stand closer: smaller steps and targets of 44 pixels. */
export function useDensity({ screen, desk }: View): void {
  const isDesk = desk?.mode === 'desk' || screen === 'staff-machine';
  useLayoutEffect(() => {
    const page = document.documentElement;
    if (isDesk) page.dataset['density'] = 'desk';
    else delete page.dataset['density'];
  }, [isDesk]);
}
