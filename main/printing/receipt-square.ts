// The square on a receipt. Level M: thermal paper fades and is folded, and a seventh of the square may be lost.
import QRCode from 'qrcode';
import type { SquareMeasures } from './receipt-measures.ts';

/** The white border that the standard (ISO/IEC 18004) asks for, in modules. */
const BORDER_MODULES = 4;

export interface Square {
  /** Rows from the top; true is black. */
  modules: boolean[][];
  moduleDots: number;
  /** The side without its white border. */
  sideDots: number;
  /** How wide the white border must be at least. */
  borderDots: number;
}

export function squareOf(text: string, { sideAtLeastDots, moduleAtLeastDots }: SquareMeasures): Square {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const moduleDots = Math.max(moduleAtLeastDots, Math.ceil(sideAtLeastDots / size));
  const modules = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => data[row * size + column] === 1),
  );
  return { modules, moduleDots, sideDots: size * moduleDots, borderDots: BORDER_MODULES * moduleDots };
}
