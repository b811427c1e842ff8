import { useEffect, useRef, useState } from 'react';
import type { RawAnswer } from '../../domain/contract/answers.ts';
import type { Out } from '../../domain/contract/kiosk-api.ts';
import type { QuestionView } from '../../domain/contract/views.ts';
import { useCheckAnswerMutation } from '../state/kiosk.ts';
import { useAppDispatch, useAppSelector } from '../state/store.ts';
import { answered } from '../state/typed.ts';

/** What a question's part of the page works with. */
export interface Asked {
  page: string;
  question: QuestionView;
  /** The page asks this alone: its title is the question. */
  isOnly: boolean;
  /** What the kiosk found wrong when the page was sent. */
  problem: string | null;
}

/** The answer as it stands on the screen: as typed, or as the kiosk gave it. */
export function useAnswer({ page, question }: Asked): [RawAnswer, (value: RawAnswer) => void] {
  const dispatch = useAppDispatch();
  const typed = useAppSelector((state) =>
    state.typed.page === page ? state.typed.answers[question.at] : undefined,
  );
  const value = typed === undefined ? question.value : typed;
  return [value, (next) => void dispatch(answered({ page, at: question.at, value: next }))];
}

type Checked = Out<'checkAnswer'>;
const NOTHING: Checked = { problem: null, warnings: [], reads: null };

/** What the kiosk says of an answer before the page is sent. */
export interface LiveCheck {
  checked: Checked;
  check: (value: RawAnswer) => void;
}

/** Asks the kiosk about an answer. Only the newest answer to it counts. */
export function useLiveCheck({ page, question: { at } }: Asked): LiveCheck {
  const [ask] = useCheckAnswerMutation();
  const [checked, setChecked] = useState(NOTHING);
  const latest = useRef(0);
  function check(value: RawAnswer): void {
    latest.current += 1;
    const mine = latest.current;
    void ask({ page, at, value }).then(({ data }) => {
      if (mine === latest.current) setChecked(data ?? NOTHING);
    });
  }
  return { checked, check };
}

const TYPING_PAUSE_MS = 400;

/** Checks whatever was typed once the typing pauses. */
export function useCheckWhileTyping(value: RawAnswer, check: (value: RawAnswer) => void): void {
  const asks = useRef(check);
  useEffect(() => {
    asks.current = check;
  });
  const written = JSON.stringify(value);
  useEffect(() => {
    const waiting = setTimeout(() => asks.current(JSON.parse(written) as RawAnswer), TYPING_PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [written]);
}

export function asString(value: RawAnswer): string {
  return typeof value === 'string' ? value : '';
}

export function asList(value: RawAnswer): string[] {
  return Array.isArray(value) ? value : [];
}

export function asParts(value: RawAnswer): Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
