// Windows' icon file: a directory of pictures. 256 pixels are kept as PNG, smaller ones as bitmaps, which every tool that
// puts icons into programs can read.

export interface IconPicture {
  /** Width and height, up to 256. */
  size: number;
  png: Buffer;
  /** Red, green, blue, opacity; from the upper left. */
  rgba: Uint8ClampedArray;
}

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;
const BITMAP_HEADER_BYTES = 40;

export function iconFile(pictures: IconPicture[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  const bodies = pictures.map((picture) => (picture.size === 256 ? picture.png : bitmap(picture)));
  let offset = HEADER_BYTES + ENTRY_BYTES * pictures.length;
  const entries = pictures.map(({ size }, index) => {
    const { length } = bodies[index] ?? Buffer.alloc(0);
    const entry = entryOf(size, length, offset);
    offset += length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...bodies]);
}

function entryOf(size: number, bytes: number, offset: number): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  // One byte each: 256 is written as 0.
  entry.writeUInt8(size % 256, 0);
  entry.writeUInt8(size % 256, 1);
  entry.writeUInt16LE(1, 4);
  entry.writeUInt16LE(32, 6);
  entry.writeUInt32LE(bytes, 8);
  entry.writeUInt32LE(offset, 12);
  return entry;
}

/** Rows from the bottom up, blue first; then a mask of one bit a pixel, empty because opacity says it all. */
function bitmap({ size, rgba }: IconPicture): Buffer {
  const header = Buffer.alloc(BITMAP_HEADER_BYTES);
  header.writeUInt32LE(BITMAP_HEADER_BYTES, 0);
  header.writeInt32LE(size, 4);
  // Picture and mask together are twice as high.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4;
      pixels.writeUInt8(rgba[from + 2] ?? 0, to);
      pixels.writeUInt8(rgba[from + 1] ?? 0, to + 1);
      pixels.writeUInt8(rgba[from] ?? 0, to + 2);
      pixels.writeUInt8(rgba[from + 3] ?? 0, to + 3);
    }
  }
  const maskRowBytes = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRowBytes * size)]);
}
