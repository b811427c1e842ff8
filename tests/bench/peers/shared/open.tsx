import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { pagesOf, type Field } from '../../ui/sixty-fields.ts';

/** The pages as the address asks for them: `?per=2` has two fields to a page. */
export function askedPages(): Field[][] {
  return pagesOf(Number(new URLSearchParams(window.location.search).get('per') ?? 2));
}

export function open(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
