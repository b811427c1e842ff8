// Which keys each keyboard has, row by row.
import type { Locale } from '../../domain/contract/text.ts';
import type { KeyboardKind } from '../../ui/keyboard-kind.ts';

export type LayoutName =
  | 'pinyin'
  | 'rare'
  | 'code'
  | 'chinese-signs'
  | 'latin'
  | 'signs'
  | 'digits'
  | 'decimal'
  | 'phone'
  | 'identity'
  | 'credit-code';

/** Keys with one of these do what they say. */
export type Deed = 'space' | 'split' | 'shift' | 'back' | 'clear' | 'fuzzy' | 'hide';

export type Key =
  /** Writes this, or adds it to what is being composed. */
  { is: 'character'; character: string } | { is: 'deed'; deed: Deed } | { is: 'to'; layout: LayoutName };

export interface Layout {
  rows: Key[][];
  /** The digits stand in a row above, or beside the letters where the screen is wide. */
  hasDigits: boolean;
  /** What is typed is composed to characters before it reaches the field. */
  composes: boolean;
}

/** Each text is a deed, or characters with a key for each. */
function row(...keys: (string | Key)[]): Key[] {
  return keys.flatMap((key): Key[] => {
    if (typeof key !== 'string') return [key];
    if (isDeed(key)) return [{ is: 'deed', deed: key }];
    return [...key].map((character) => ({ is: 'character', character }));
  });
}

const DEEDS: readonly string[] = ['space', 'split', 'shift', 'back', 'clear', 'fuzzy', 'hide'];

function isDeed(key: string): key is Deed {
  return DEEDS.includes(key);
}

const to = (layout: LayoutName): Key => ({ is: 'to', layout });

function letters(...rows: Key[][]): Layout {
  return { rows, hasDigits: true, composes: false };
}

function pad(...rows: Key[][]): Layout {
  return { rows, hasDigits: false, composes: false };
}

const PAD = [row('123', 'back'), row('456', 'clear'), row('789', 'hide')];

export const DIGITS = row('1234567890');

/** A credit code has no I, O, S, V and Z: they would be taken for digits and other letters. */
export const LAYOUTS: Record<LayoutName, Layout> = {
  pinyin: {
    ...letters(
      row('qwertyuiop'),
      row('asdfghjkl'),
      row('split', 'zxcvbnm', 'back'),
      row(to('latin'), to('chinese-signs'), 'space', to('rare'), 'hide'),
    ),
    composes: true,
  },
  rare: {
    ...letters(
      row('qwertyuiop'),
      row('asdfghjkl'),
      row('split', 'zxcvbnm', 'back'),
      row(to('pinyin'), to('code'), 'fuzzy', 'space', 'hide'),
    ),
    composes: true,
  },
  code: {
    ...pad(row('1234', 'back'), row('5678', to('rare')), row('90AB', to('pinyin')), row('CDEF', 'hide')),
    composes: true,
  },
  'chinese-signs': letters(
    row('，。、；：？！·—…'),
    row('“”‘’（）《》【】'),
    row('〇№#-/+@', 'back'),
    row(to('pinyin'), to('latin'), 'space', 'hide'),
  ),
  latin: letters(
    row('qwertyuiop'),
    row('asdfghjkl'),
    row('shift', 'zxcvbnm', 'back'),
    row(to('pinyin'), to('signs'), '@', 'space', '-.', 'hide'),
  ),
  signs: letters(
    row('@#%&*()-_+'),
    row('/:;\'"!?,.='),
    row('~[]{}<>', 'back'),
    row(to('latin'), to('pinyin'), 'space', 'hide'),
  ),
  digits: pad(...PAD, row('0')),
  decimal: pad(...PAD, row('.0')),
  phone: pad(...PAD, row('+0-')),
  identity: pad(...PAD, row('X0')),
  'credit-code': letters(row('QWERTYUP'), row('ADFGHJKL'), row('XCBNM', 'back'), row('clear', 'hide')),
};

const WORDS: Record<Locale, LayoutName> = { 'zh-CN': 'pinyin', en: 'latin' };

/** The keyboard that a field opens. */
export function layoutOf(kind: KeyboardKind, locale: Locale): LayoutName {
  if (kind === 'words' || kind === 'name') return WORDS[locale];
  return kind === 'chinese' ? 'pinyin' : kind;
}
