import { useEffect, useRef, type ReactNode } from 'react';
import type { View } from '../../domain/contract/views.ts';
import { Masthead } from './masthead.tsx';

const RADIUS = 196;
const ROUND = 2 * Math.PI * RADIUS;

/** The seconds left, as a number and as a ring that say the same. */
function Ring({ left, from }: { left: number; from: number }) {
  const share = from === 0 ? 0 : left / from;
  return (
    <svg className="ring" viewBox="0 0 440 440" role="timer" aria-label={String(left)}>
      <circle cx="220" cy="220" r={RADIUS} className="ring__whole" />
      <circle
        cx="220"
        cy="220"
        r={RADIUS}
        className="ring__left"
        strokeDasharray={`${ROUND * share} ${ROUND}`}
        transform="rotate(-90 220 220)"
      />
      <text x="220" y="292">
        {left}
      </text>
    </svg>
  );
}

export interface CalmProps {
  view: View;
  title: string;
  left: number;
  from: number;
  act: ReactNode;
  children: ReactNode;
}

/** A full screen of few words: somebody may have gone. */
export function Calm({ view, title, left, from, act, children }: CalmProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="screen screen--calm">
      <Masthead place={view.place} />
      <main className="main">
        <Ring left={left} from={from} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{children}</p>
      </main>
      <div className="act">{act}</div>
    </div>
  );
}
