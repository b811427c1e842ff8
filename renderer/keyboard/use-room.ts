import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Room } from '../../ui/pinyin/pages.ts';

/** Most candidates side by side, and on a page that covers the keys. */
const MOST_IN_BAR = 8;
const MOST_SPREAD = 60;

interface Measured {
  width: number;
  around: number;
  rows: number;
}

/** Before it is measured: a narrow screen. */
const NARROW: Measured = { width: 16, around: 1, rows: 4 };

/** The styles say what a candidate takes besides its characters, and how many rows cover the keys. */
function measured(part: HTMLElement): Measured {
  const style = getComputedStyle(part);
  const character = Number.parseFloat(style.fontSize);
  return {
    width: part.clientWidth / character,
    around: Number(style.getPropertyValue('--candidate-around')),
    // One more stands in the place of the bar.
    rows: Number(style.getPropertyValue('--spread-rows')) + 1,
  };
}

/** How much room there is for candidates, on keyboards that show any. */
export function useRoom(bar: RefObject<HTMLElement | null>, isShown: boolean, isSpread: boolean): Room {
  const [{ width, around, rows }, setMeasured] = useState(NARROW);
  useLayoutEffect(() => {
    const part = bar.current;
    if (!isShown || part === null) return undefined;
    const measure = () => setMeasured(measured(part));
    const watcher = new ResizeObserver(measure);
    watcher.observe(part);
    measure();
    return () => watcher.disconnect();
  }, [bar, isShown, isSpread]);
  return isSpread
    ? { width, around, rows, most: MOST_SPREAD }
    : { width, around, rows: 1, most: MOST_IN_BAR };
}
