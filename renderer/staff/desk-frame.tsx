import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import type { Desk, Route } from '../../domain/contract/views.ts';
import type { FrameProps } from '../frame/frame.tsx';
import { Masthead } from '../frame/masthead.tsx';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import { DayItems } from './day-items.tsx';
import { DeskSide } from './desk-side.tsx';
import { useKeys } from './keys.ts';

export type DeskAtWork = Extract<Desk, { mode: 'desk' }>;

/** The way of the application in one line of names. */
function Steps({ route }: { route: Route }) {
  const say = useText();
  return (
    <ol className="desk-steps" aria-label={say(texts.steps)}>
      {route.stops.map(({ title, state }, index) => (
        <li key={title.en} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
          {index + 1} {say(title)}
        </li>
      ))}
    </ol>
  );
}

/** A key and what it does, at the foot of the page. */
function Key({ of, children }: { of: string; children: string }) {
  return (
    <span>
      <kbd>{of}</kbd> {children}
    </span>
  );
}

function useDeskKeys(page: string, desk: DeskAtWork): void {
  const { press } = usePress();
  const open = desk.items.filter(({ draft, mark }) => draft !== null && mark === 'open');
  const digits = Object.fromEntries(
    open
      .slice(0, 9)
      .map(({ draft }, index) => [
        String(index + 1),
        () => press({ name: 'openCase', input: { page, draft: draft ?? '' } }),
      ]),
  );
  useKeys({
    Escape: () => press({ name: 'goBack', input: { page } }),
    k: () => press({ name: 'openDesk', input: { page } }),
    l: () => press({ name: 'lockScreen', input: { page } }),
    ...digits,
    ...(desk.isFaceCompared === null
      ? {}
      : {
          o: () => press({ name: 'handOver', input: { page } }),
          t: () => press({ name: 'compareFace', input: { page, isCompared: desk.isFaceCompared !== true } }),
        }),
  });
}

/** The counter: the day's items, the page, what is to be done beside it, and the keys. The same pages as for citizens. */
export function DeskFrame({
  view,
  desk,
  route,
  name,
  act,
  onContinue,
  children,
}: FrameProps & {
  desk: DeskAtWork;
  children: ReactNode;
}) {
  const title = useRef<HTMLDivElement>(null);
  const say = useText();
  useDeskKeys(view.page, desk);
  useEffect(() => first(title.current)?.focus(), []);

  function submitted(event: FormEvent): void {
    event.preventDefault();
    onContinue?.();
  }

  return (
    <form
      className={`screen desk screen--${name}`}
      data-route={route === undefined ? 'none' : 'shown'}
      noValidate
      autoComplete="off"
      onSubmit={submitted}
    >
      <Masthead place={view.place} member={desk.staff} />
      <DayItems page={view.page} desk={desk} isAtList={name === 'staff-desk'} />
      <main className="desk-main">
        <div className="desk-saved" aria-live="polite">
          {desk.isFaceCompared === null ? null : say(desk.saved ?? texts.notSaved)}
        </div>
        {route === undefined ? null : <Steps route={route} />}
        <div className="content">
          <div ref={title} className="content__in">
            {children}
          </div>
        </div>
      </main>
      <DeskSide view={view} desk={desk} isAtCheck={name === 'check'} />
      <footer className="desk-foot">
        <p className="desk-keys" aria-label={say(texts.keys)}>
          <Key of="Esc">{say(texts.keyBack)}</Key>
          <Key of="Enter">{say(texts.keyGoOn)}</Key>
          <Key of="Alt K">{say(texts.list)}</Key>
          <Key of="Alt L">{say(texts.lock)}</Key>
        </p>
        <div className="act">{act}</div>
      </footer>
    </form>
  );
}

/** Where whoever works by keys begins: at the first fault, else in the first box, else at the title. */
function first(content: HTMLElement | null): HTMLElement | null {
  if (content === null) return null;
  return (
    content.querySelector<HTMLElement>('.summary, input:not([type="hidden"])') ?? content.querySelector('h1')
  );
}
