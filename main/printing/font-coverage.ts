// Which characters a TrueType font has, read from its own table. What a font lacks would come out as an empty box, or in
// whatever font the machine happens to have.

/** The table of a font file that says which glyph a character has, in the form that reaches beyond 16 bits. */
const CMAP = 'cmap';
const SEGMENTED_32_BIT = 12;

interface Range {
  first: number;
  last: number;
}

/** Whether the font has a glyph of its own for a code point. Throws on a file without such a table. */
export function readCoverage(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges = rangesAt(view, subtableAt(view, tableAt(view, CMAP)));
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle] ?? { first: 0, last: 0 };
      if (codePoint < range.first) high = middle - 1;
      else if (codePoint > range.last) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function tableAt(view: DataView, wanted: string): number {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    if (name === wanted) return view.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${wanted}`);
}

function subtableAt(view: DataView, cmap: number): number {
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    if (view.getUint16(subtable) === SEGMENTED_32_BIT) return subtable;
  }
  throw new Error('the font has no characters beyond 16 bits');
}

/** Groups of 12 bytes, in order: first and last character, and the glyph of the first. */
function rangesAt(view: DataView, subtable: number): Range[] {
  const count = view.getUint32(subtable + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return { first: view.getUint32(group), last: view.getUint32(group + 4) };
  });
}
