import { answered } from './typed.ts';
import { useAppDispatch, useAppSelector } from './store.ts';

/** A text on a page as it is being typed; `given` until somebody types. */
export function useTyped(page: string, at: string, given = ''): [string, (value: string) => void] {
  const dispatch = useAppDispatch();
  const typed = useAppSelector((state) => (state.typed.page === page ? state.typed.answers[at] : undefined));
  return [typeof typed === 'string' ? typed : given, (value) => void dispatch(answered({ page, at, value }))];
}

/** The same for several things that are ticked. */
export function useTicked(page: string, at: string): [string[], (value: string[]) => void] {
  const dispatch = useAppDispatch();
  const ticked = useAppSelector((state) => (state.typed.page === page ? state.typed.answers[at] : undefined));
  return [Array.isArray(ticked) ? ticked : NONE, (value) => void dispatch(answered({ page, at, value }))];
}

const NONE: string[] = [];
