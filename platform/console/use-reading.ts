import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Trouble } from './platform-client.ts';

export interface Reading<T> {
  /** The last answer; null before the first. It stays while the next is read. */
  value: T | null;
  trouble: Trouble | null;
  again: () => void;
}

/** Reads when the page opens and whenever `read` changes; an answer to an earlier question is dropped. */
export function useReading<T>(read: () => Promise<Answer<T>>): Reading<T> {
  const [state, setState] = useState<{ value: T | null; trouble: Trouble | null }>({
    value: null,
    trouble: null,
  });
  const latest = useRef<object | null>(null);

  const again = useCallback(() => {
    const mine = {};
    latest.current = mine;
    void read().then((answer) => {
      if (latest.current !== mine) return;
      setState((before) =>
        answer.ok ? { value: answer.value, trouble: null } : { value: before.value, trouble: answer.trouble },
      );
    });
  }, [read]);

  useEffect(() => {
    again();
    return () => {
      latest.current = null;
    };
  }, [again]);

  return { ...state, again };
}
