import { useEffect, useState } from 'react';
import { createFinder, type FindCandidates } from '../../ui/pinyin/candidates.ts';
import { createSpelling } from '../../ui/pinyin/spelling.ts';
import { openTable } from '../../ui/pinyin/table.ts';
import { loadPinyinTable } from '../kiosk-client/pinyin-table.ts';

export interface Finder {
  find: FindCandidates;
  /** The letters parted into syllables, for the eye. */
  parted: (letters: string) => string;
}

function openFinder(text: string): Finder {
  const table = openTable(text);
  return { find: createFinder(table), parted: createSpelling(table.syllables).parted };
}

/** 'failed': the table could not be had. */
export type Finding = Finder | 'loading' | 'failed';

/** What finds candidates, once the table has come. It is kept as long as the keyboard is open. */
export function useFinder(isWanted: boolean): Finding {
  const [finding, setFinding] = useState<Finding>('loading');
  const isMissing = isWanted && finding === 'loading';
  useEffect(() => {
    if (!isMissing) return undefined;
    let isGone = false;
    const keep = (found: Finding) => (isGone ? undefined : setFinding(found));
    loadPinyinTable().then(
      (table) => keep(openFinder(table)),
      () => keep('failed'),
    );
    return () => {
      isGone = true;
    };
  }, [isMissing]);
  return finding;
}
