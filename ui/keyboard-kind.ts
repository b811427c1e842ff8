/** What a field is typed in with on the screen. */
export const KEYBOARD_KINDS = [
  /** Any words: Chinese or letters, by the language of the page. */
  'words',
  /** Chinese, whatever the language of the page: the name of an enterprise. */
  'chinese',
  /** A person's name. */
  'name',
  /** Letters and signs: an e-mail address. */
  'latin',
  'digits',
  'decimal',
  'phone',
  /** Digits and X. */
  'identity',
  /** Digits and the letters of a unified social credit code. */
  'credit-code',
] as const;
export type KeyboardKind = (typeof KEYBOARD_KINDS)[number];

const BY_INPUT_MODE: Record<string, KeyboardKind> = {
  numeric: 'digits',
  decimal: 'decimal',
  tel: 'phone',
  email: 'latin',
  url: 'latin',
};

/** The keyboard of a field that names none. */
export function kindByInputMode(inputMode: string): KeyboardKind {
  return BY_INPUT_MODE[inputMode] ?? 'words';
}
