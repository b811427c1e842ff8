import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { refusalText } from '../../domain/contract/refusals.ts';
import type { Text } from '../../domain/contract/text.ts';
import type { Appearance, Desk, Place, Route } from '../../domain/contract/views.ts';
import { ScreenKeyboard } from '../keyboard/screen-keyboard.tsx';
import { usePress } from '../state/use-press.ts';
import { DeskFrame } from '../staff/desk-frame.tsx';
import { StaffStrip } from '../staff/strip.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Aids } from './aids.tsx';
import { Masthead } from './masthead.tsx';
import { RouteMap } from './route-map.tsx';
import { useFit, type Fitting } from './use-fit.ts';

export interface FrameProps {
  view: { page: string; appearance: Appearance; place: Place; notice?: Text; desk?: Desk };
  /** Pages of an application show the way they are on. */
  route?: Route;
  /** Names the page for its own styles. */
  name: string;
  /** Back and the one strong action. */
  act: ReactNode;
  /** What Enter and the strong action do. */
  onContinue?: () => void;
  children: ReactNode;
}

/** The words of the last press that was refused, and a reference to quote. */
function Refused() {
  const { refusal } = usePress();
  const say = useText();
  if (refusal === null) return null;
  return (
    <p className="hold hold--wrong" role="alert">
      {say(refusalText(refusal.code))}
      {refusal.reference === undefined ? null : (
        <span className="num">
          {' '}
          {say(texts.reference)} {refusal.reference}
        </span>
      )}
    </p>
  );
}

/** What happened that no press asked for. */
function Notice({ of }: { of: Text | undefined }) {
  const say = useText();
  return of === undefined ? null : (
    <p className="hold" role="status">
      {say(of)}
    </p>
  );
}

function Turner({ fit, turn }: Pick<Fitting, 'fit' | 'turn'>) {
  const say = useText();
  if (!fit.isAbove && !fit.isBelow) return null;
  return (
    <div className="turner">
      {fit.isAbove ? (
        <AriaButton className="turn" onPress={() => turn(-1)}>
          <Icon of="up" />
          {say(texts.moreAbove)}
        </AriaButton>
      ) : null}
      {fit.isBelow ? (
        <AriaButton className="turn turn--down" onPress={() => turn(1)}>
          <span className="turn__heads">
            {fit.below.length === 0 ? say(texts.moreHere) : say(texts.moreHereIs) + fit.below.join(' · ')}
          </span>
          <span className="turn__word">
            {say(texts.moreBelow)} <Icon of="down" />
          </span>
        </AriaButton>
      ) : null}
    </div>
  );
}

/** Every page but welcome and closed. A clerk at work sees the same page at the counter's own desk. */
export function Frame(props: FrameProps) {
  const { desk, notice } = props.view;
  if (desk?.mode !== 'desk') return <PublicFrame {...props} />;
  return (
    <DeskFrame {...props} desk={desk}>
      <Refused />
      <Notice of={notice} />
      {props.children}
    </DeskFrame>
  );
}

/** Masthead, way, question, act, aids. Each always in the same place. */
function PublicFrame({ view, route, name, act, onContinue, children }: FrameProps) {
  const { stage, content, fit, turn } = useFit();
  const title = useRef<HTMLDivElement>(null);
  // A new page begins at its title, for whoever does not see it change.
  useEffect(() => beginning(title.current)?.focus(), []);

  function submitted(event: FormEvent): void {
    event.preventDefault();
    onContinue?.();
  }

  return (
    <form
      className={`screen screen--${name}`}
      data-route={route === undefined ? 'none' : 'shown'}
      data-horizon={fit.horizon}
      noValidate
      autoComplete="off"
      onSubmit={submitted}
    >
      <Masthead place={view.place} />
      <main className="main">
        {route === undefined ? null : <RouteMap route={route} />}
        <div className="room">
          {view.desk === undefined || view.desk.mode === 'desk' ? null : (
            <StaffStrip desk={view.desk} page={view.page} />
          )}
          <div className="stage" ref={stage}>
            <div className="content" ref={content}>
              <div ref={title} className="content__in">
                <Refused />
                <Notice of={view.notice} />
                {children}
              </div>
            </div>
          </div>
          <Turner fit={fit} turn={turn} />
        </div>
      </main>
      <div className="act">{act}</div>
      <ScreenKeyboard offer={view.place.keyboard ?? 'touch'} />
      <Aids {...view} />
    </form>
  );
}

/** Where a page begins: at its title, unless it is there to be typed into at once. */
function beginning(content: HTMLElement | null): HTMLElement | null {
  return (
    content?.querySelector<HTMLElement>('[data-begin]') ?? content?.querySelector<HTMLElement>('h1') ?? null
  );
}

/** The question: once a page. */
export function Title({ children, help = null }: { children: ReactNode; help?: ReactNode }) {
  return (
    <div className="ask">
      <h1 tabIndex={-1}>{children}</h1>
      {help === null ? null : <p>{help}</p>}
    </div>
  );
}
