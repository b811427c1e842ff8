import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { refusalText } from '../../domain/contract/refusals.ts';
import type { Appearance, Place, Route } from '../../domain/contract/views.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Aids } from './aids.tsx';
import { Masthead } from './masthead.tsx';
import { RouteMap } from './route-map.tsx';
import { useFit, type Fitting } from './use-fit.ts';

export interface FrameProps {
  view: { appearance: Appearance; place: Place };
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

/** Every page but welcome and closed: masthead, way, question, act, aids. Each always in the same place. */
export function Frame({ view, route, name, act, onContinue, children }: FrameProps) {
  const { stage, content, fit, turn } = useFit();
  const title = useRef<HTMLDivElement>(null);
  // A new page begins at its title, for whoever does not see it change.
  useEffect(() => title.current?.querySelector('h1')?.focus(), []);

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
          <div className="stage" ref={stage}>
            <div className="content" ref={content}>
              <div ref={title} className="content__in">
                <Refused />
                {children}
              </div>
            </div>
          </div>
          <Turner fit={fit} turn={turn} />
        </div>
      </main>
      <div className="act">{act}</div>
      <Aids {...view} />
    </form>
  );
}

/** The question: once a page. */
export function Title({ children, help = null }: { children: ReactNode; help?: string | null }) {
  return (
    <div className="ask">
      <h1 tabIndex={-1}>{children}</h1>
      {help === null ? null : <p>{help}</p>}
    </div>
  );
}
