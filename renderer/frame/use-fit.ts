import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** What of a page does not fit, and where the question stands. */
export interface Fit {
  /** Low: the question begins in the middle of a portrait screen, where the hand is; high: it needs the room. */
  horizon: 'low' | 'high';
  isAbove: boolean;
  isBelow: boolean;
  /** Heads of what is further down. */
  below: string[];
}

const UNMEASURED: Fit = { horizon: 'low', isAbove: false, isBelow: false, below: [] };

/** A question and its answer up to this height (CSS pixels) stand at the low horizon. */
const LOW_HEIGHT = 820;
/** Turning a page keeps this much of the last one in sight. */
const KEPT_IN_SIGHT = 96;
/** Fractions of a pixel are no overflow. */
const SLACK = 2;

function headsBelow(frame: HTMLElement, content: HTMLElement): string[] {
  const edge = frame.getBoundingClientRect().bottom;
  return [...content.querySelectorAll<HTMLElement>('[data-head]')]
    .filter((head) => head.getBoundingClientRect().bottom > edge)
    .map((head) => head.dataset['head'] ?? '')
    .slice(0, 3);
}

function measure(stage: HTMLElement, content: HTMLElement): Fit {
  const left = content.offsetHeight - stage.scrollTop - stage.clientHeight;
  return {
    horizon: content.offsetHeight <= LOW_HEIGHT ? 'low' : 'high',
    isAbove: stage.scrollTop > SLACK,
    isBelow: left > SLACK,
    below: left > SLACK ? headsBelow(stage, content) : [],
  };
}

export interface Fitting {
  stage: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  fit: Fit;
  /** Moves by one screen less one row: down (1) or up (-1). */
  turn(direction: 1 | -1): void;
}

/** Watches a page's content against the room it has. */
export function useFit(): Fitting {
  const stage = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(UNMEASURED);

  const look = useCallback(() => {
    if (stage.current === null || content.current === null) return;
    const now = measure(stage.current, content.current);
    setFit((known) => (JSON.stringify(known) === JSON.stringify(now) ? known : now));
  }, []);

  useLayoutEffect(() => {
    const [room, page] = [stage.current, content.current];
    if (room === null || page === null) return undefined;
    const watcher = new ResizeObserver(look);
    watcher.observe(room);
    watcher.observe(page);
    // Keyboard focus scrolls what it reaches into sight.
    room.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      watcher.disconnect();
      room.removeEventListener('scroll', look);
    };
  }, [look]);

  const turn = useCallback((direction: 1 | -1) => {
    const room = stage.current;
    room?.scrollBy({ top: direction * (room.clientHeight - KEPT_IN_SIGHT), behavior: 'instant' });
  }, []);

  return { stage, content, fit, turn };
}
