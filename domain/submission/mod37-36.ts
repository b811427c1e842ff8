// ISO/IEC 7064 MOD 37,36: one check character over digits and letters. It catches every single wrong character and
// nearly every swap of two neighbours.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = ALPHABET.length;

/** The check character of a text of digits and capital letters. Throws on any other character. */
export function checkCharacter(text: string): string {
  const product = [...text].reduce((before, character) => {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Error('only digits and capital letters have a check character');
    const sum = (before + value) % MODULUS || MODULUS;
    return (sum * 2) % (MODULUS + 1);
  }, MODULUS);
  return ALPHABET[(MODULUS + 1 - product) % MODULUS] ?? '';
}
