import { useLayoutEffect } from 'react';
import { keepInSight } from './keep-in-sight.ts';

/** Keeps the field in sight while the keyboard is open, whatever changes around it. */
export function useSight(field: HTMLInputElement | null): void {
  useLayoutEffect(() => {
    const room = field?.closest('.stage') ?? null;
    const content = room?.firstElementChild ?? null;
    if (field === null || room === null || content === null) return undefined;
    const look = () => keepInSight(field);
    const watcher = new ResizeObserver(look);
    watcher.observe(room);
    watcher.observe(content);
    look();
    return () => watcher.disconnect();
  }, [field]);
}
