// The square on a receipt. Level M: thermal paper fades and is folded, and a seventh of the square may be lost.
import QRCode from 'qrcode';

/** 25 mm at 203 dots per inch: smaller squares are hard for a telephone to read. */
const AT_LEAST_DOTS = 200;
/** Half a millimetre: the finest that a worn print head still draws apart. */
const MODULE_AT_LEAST_DOTS = 4;
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

export function squareOf(text: string): Square {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const moduleDots = Math.max(MODULE_AT_LEAST_DOTS, Math.ceil(AT_LEAST_DOTS / size));
  const modules = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => data[row * size + column] === 1),
  );
  return { modules, moduleDots, sideDots: size * moduleDots, borderDots: BORDER_MODULES * moduleDots };
}
