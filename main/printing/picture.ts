/**
 * A picture in black and white, one bit a dot: rows from the top, eight dots a byte, the leftmost in the highest bit,
 * 1 is black, unused bits at a row's end are 0. It is what thermal printers take as it stands.
 */
export interface Picture {
  widthDots: number;
  heightDots: number;
  bits: Uint8Array;
}

/** Dots per inch of the paper: 8 dots a millimetre, what receipt printers have. */
export const DOTS_PER_INCH = 203;

export function bytesPerRow({ widthDots }: Pick<Picture, 'widthDots'>): number {
  return Math.ceil(widthDots / 8);
}

/** Whether the dot is black. Outside the picture there is only paper. */
export function isBlack(picture: Picture, x: number, y: number): boolean {
  const { widthDots, heightDots, bits } = picture;
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
  const byte = bits[y * bytesPerRow(picture) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

/** Paper knows no grey. A little above half, because heat bleeds less than a screen does and thin strokes must stay. */
const BLACK_BELOW = 150;

/** Makes black and white of grey pixels given as RGBA. */
export function blackAndWhite(pixels: Uint8ClampedArray, widthDots: number, heightDots: number): Picture {
  const picture = { widthDots, heightDots, bits: new Uint8Array(Math.ceil(widthDots / 8) * heightDots) };
  const rowBytes = bytesPerRow(picture);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((pixels[(y * widthDots + x) * 4] ?? 255) >= BLACK_BELOW) continue;
      const at = y * rowBytes + (x >> 3);
      picture.bits[at] = (picture.bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return picture;
}
