/** How a number is set: as large as it can be. */
export interface NumberWish {
  text: string;
  atMostDots: number;
  atLeastDots: number;
}

/**
 * The largest size at which a number stands on one line or, broken after a hyphen, on two lines of about the same
 * length. A number too long even at the smallest size is broken after as many hyphens as it takes.
 */
export function linesOfNumber(
  { text, atMostDots, atLeastDots }: NumberWish,
  fits: (line: string, sizeDots: number) => boolean,
): { lines: string[]; sizeDots: number } {
  const twoLines = halves(text);
  for (let sizeDots = atMostDots; sizeDots >= atLeastDots; sizeDots -= 2) {
    if (fits(text, sizeDots)) return { lines: [text], sizeDots };
    if (twoLines.every((line) => fits(line, sizeDots))) return { lines: twoLines, sizeDots };
  }
  return { lines: partsOf(text), sizeDots: atLeastDots };
}

/** '520103-', 'K012-', '1-', … */
function partsOf(text: string): string[] {
  return text.split(/(?<=-)/);
}

function halves(text: string): string[] {
  const parts = partsOf(text);
  const splits = parts.map((_, at) => [parts.slice(0, at).join(''), parts.slice(at).join('')]);
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length));
  const [best = [text]] = splits.toSorted((one, other) => longest(one) - longest(other));
  return best.filter((line) => line !== '');
}
