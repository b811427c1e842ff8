// One sheet after the other: what belongs together stays together, as long as a page can hold it.
import { layOut, moved, type Block, type Mark, type Measure } from './layout.ts';

export interface PageRoom {
  columnDots: number;
  roomDots: number;
}

/** Fills pages with chunks; one that does not fit begins the next page. Marks begin at each page's own (0, 0). */
export function fillPages(chunks: Block[][], { columnDots, roomDots }: PageRoom, measure: Measure): Mark[][] {
  const pages: Mark[][] = [[]];
  let usedDots = 0;
  for (const chunk of chunks) {
    let laid = layOut(chunk, columnDots, measure);
    if (usedDots > 0 && usedDots + laid.heightDots > roomDots) {
      pages.push([]);
      usedDots = 0;
      laid = layOut(withoutParting(chunk), columnDots, measure);
    }
    pages.at(-1)?.push(...moved(laid.marks, 0, usedDots));
    usedDots += laid.heightDots;
  }
  return pages;
}

/** At the top of a page there is nothing to be parted from. */
function withoutParting(chunk: Block[]): Block[] {
  const first = chunk.findIndex(({ kind }) => kind !== 'gap' && kind !== 'rule');
  return chunk.slice(Math.max(0, first));
}
