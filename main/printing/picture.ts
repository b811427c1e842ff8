/**
 * A picture in black and white, one bit a dot: rows from the top, eight dots a byte, the leftmost in the highest bit,
 * 1 is black, unused bits at a row's end are 0. It is what thermal printers take as it stands.
 */
export interface Picture {
  widthDots: number;
  heightDots: number;
  /** Both ways alike. */
  dotsPerInch: number;
  bits: Uint8Array;
}

/** Of a picture, or of what will be one. */
export type PictureSize = Pick<Picture, 'widthDots' | 'heightDots' | 'dotsPerInch'>;

export const MM_PER_INCH = 25.4;

export function bytesPerRow({ widthDots }: Pick<Picture, 'widthDots'>): number {
  return Math.ceil(widthDots / 8);
}

/** The rows from `top` on, as bytes of the same picture. */
export function rowsOf(picture: Picture, top: number, count: number): Uint8Array {
  const rowBytes = bytesPerRow(picture);
  return picture.bits.subarray(top * rowBytes, (top + count) * rowBytes);
}

/** Every black dot, row by row. Most of a paper is white, eight dots at a time. */
export function blackDots(picture: Picture, found: (x: number, y: number) => void): void {
  const rowBytes = bytesPerRow(picture);
  picture.bits.forEach((byte, at) => {
    if (byte === 0) return;
    const [x, y] = [(at % rowBytes) * 8, Math.floor(at / rowBytes)];
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) found(x + bit, y);
  });
}

/** Whether the dot is black. Outside the picture there is only paper. */
export function isBlack(picture: Picture, x: number, y: number): boolean {
  const { widthDots, heightDots, bits } = picture;
  if (x < 0 || y < 0 || x >= widthDots || y >= heightDots) return false;
  const byte = bits[y * bytesPerRow(picture) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}

export function mmOf(dots: number, { dotsPerInch }: Pick<Picture, 'dotsPerInch'>): number {
  return (dots / dotsPerInch) * MM_PER_INCH;
}

/** Paper knows no grey. A little above half, because heat bleeds less than a screen does and thin strokes must stay. */
const BLACK_BELOW = 150;

/** Makes black and white of grey pixels given as RGBA. */
export function blackAndWhite(pixels: Uint8ClampedArray, size: PictureSize): Picture {
  const { widthDots, heightDots } = size;
  const rowBytes = bytesPerRow(size);
  const bits = new Uint8Array(rowBytes * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((pixels[(y * widthDots + x) * 4] ?? 255) >= BLACK_BELOW) continue;
      const at = y * rowBytes + (x >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, dotsPerInch: size.dotsPerInch, bits };
}
