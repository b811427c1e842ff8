// Where a line may end, in Chinese and in English. Pure: whether a line fits is asked of whoever knows the font.

/** Nothing of these begins a line. The asterisks of a masked name stay with it. */
const NEVER_FIRST =
  /^[，。、；：？！）》」』】〕〗”’…—～·‧・％‰℃,.;:?!)\]}%*\u3005\u3041\u3043\u3045\u3047\u3049\u30fc]/u;
/** Nothing of these ends a line. */
const NEVER_LAST = /^[（《「『【〔〖“‘([{￥¥$#№]/u;
/** Ideographs, kana, full-width forms: a line may end on either side. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const DIGIT = /^[0-9]/;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What stays on one line, and whether a space stands before it. */
interface Piece {
  text: string;
  isSpaced: boolean;
}

/**
 * Breaks a text into lines that fit. White space counts as one space, Latin words and numbers with their unit stay whole
 * (longer than a line, they are cut), and no line begins or ends with a mark that must not stand there.
 */
export function breakLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const longer = line === '' ? piece.text : `${line}${piece.isSpaced ? ' ' : ''}${piece.text}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = fits(piece.text) ? [piece.text] : cut(piece.text, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = '';
  let isSpaced = false;
  for (const sign of signsOf(text.trim())) {
    if (/^\s/u.test(sign)) {
      isSpaced = true;
      continue;
    }
    const piece = pieces.at(-1);
    if (piece === undefined || mayBreak(last, sign, isSpaced)) pieces.push({ text: sign, isSpaced });
    else piece.text += isSpaced ? ` ${sign}` : sign;
    last = sign;
    isSpaced = false;
  }
  return pieces;
}

/** What a reader sees as one character. */
function signsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

function mayBreak(before: string, after: string, isSpaced: boolean): boolean {
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  if (isNumberWithUnit(before, after)) return false;
  return isSpaced || WIDE.test(before) || WIDE.test(after);
}

/** '1 个', '24日', '2026年11月', '第 2': a number and what it counts are read in one. */
function isNumberWithUnit(before: string, after: string): boolean {
  return DIGIT.test(before) ? WIDE.test(after) : DIGIT.test(after) && /^[年月第]/u.test(before);
}

/** Cuts what is longer than a line, still keeping marks from where they must not stand, while that is possible. */
function cut(text: string, fits: (line: string) => boolean): string[] {
  const parts: string[] = [];
  let rest = signsOf(text);
  while (rest.length > 0) {
    const most = longestFitting(rest, fits);
    const at = most === rest.length ? most : bestCut(rest, most);
    parts.push(rest.slice(0, at).join('').trim());
    rest = rest.slice(at);
  }
  return parts.filter((part) => part !== '');
}

/** After a hyphen in the second half of the line, else as late as marks allow, else where the line ends. */
function bestCut(signs: string[], most: number): number {
  const places = Array.from({ length: most }, (_, back) => most - back).filter((at) => mayCut(signs, at));
  const afterHyphen = places.find((at) => signs[at - 1] === '-' && at > most / 2);
  return afterHyphen ?? places[0] ?? most;
}

function longestFitting(signs: string[], fits: (line: string) => boolean): number {
  let count = 1;
  while (count < signs.length && fits(signs.slice(0, count + 1).join(''))) count += 1;
  return count;
}

function mayCut(signs: string[], at: number): boolean {
  return !NEVER_FIRST.test(signs[at] ?? '') && !NEVER_LAST.test(signs[at - 1] ?? '');
}
