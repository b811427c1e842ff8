import { blackDots, bytesPerRow, mmOf, MM_PER_INCH, type Picture, type PictureSize } from './picture.ts';

/** Paper rolls are 4 to 5 mm wider on each side than what is printed: 80 mm for 576 dots, 58 mm for 384. */
const SIDE_MARGIN_MM: Record<number, number> = { 576: 4, 384: 5 };

export interface SizeMm {
  widthMm: number;
  heightMm: number;
}

/** What the paper is wider on each side than the picture; a sheet of the office is drawn from edge to edge. */
export function sideMarginMm({ widthDots }: Pick<Picture, 'widthDots'>): number {
  return SIDE_MARGIN_MM[widthDots] ?? 0;
}

/** The size of the paper that a page needs. */
export function paperSizeMm(page: PictureSize): SizeMm {
  return {
    widthMm: Math.round(mmOf(page.widthDots, page)) + 2 * sideMarginMm(page),
    // Never less than what is drawn; a hundredth of a millimetre is only rounding.
    heightMm: Math.ceil(mmOf(page.heightDots, page) - 0.05),
  };
}

/** The page as all of a paper: at its top and in the middle of its width. */
export function onPaper(page: Picture, { widthMm, heightMm }: SizeMm): Picture {
  const dots = (mm: number) => Math.round((mm / MM_PER_INCH) * page.dotsPerInch);
  const [widthDots, heightDots] = [dots(widthMm), dots(heightMm)];
  if (widthDots === page.widthDots && heightDots === page.heightDots) return page;
  const rowBytes = bytesPerRow({ widthDots });
  const bits = new Uint8Array(rowBytes * heightDots);
  const left = Math.floor((widthDots - page.widthDots) / 2);
  blackDots(page, (x, y) => {
    const at = y * rowBytes + ((x + left) >> 3);
    if (y < heightDots && x + left < widthDots) bits[at] = (bits[at] ?? 0) | (0x80 >> ((x + left) & 7));
  });
  return { widthDots, heightDots, dotsPerInch: page.dotsPerInch, bits };
}
