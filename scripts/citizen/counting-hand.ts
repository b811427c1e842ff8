// A hand that counts what it does: taps on the screen, and keys of the screen's keyboard.
import type { Hand } from './hand.ts';
import { pinyinOf } from './pinyin-of.ts';

export interface Tally {
  /** Presses on buttons, choices, ticks, fields, and on words that a keyboard offers. */
  taps: number;
  /** Letters, digits and signs. Chinese counts as its pinyin, and each word that is picked as a tap. */
  keys: number;
}

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|\P{Script=Han}+/gu;

/** Words of Chinese are two characters long; whole phrases are often offered at once, so this counts too much. */
const CHARACTERS_A_WORD = 2;

function countText(tally: Tally, text: string): void {
  for (const run of text.match(RUNS) ?? []) {
    const isHan = HAN.test(run);
    tally.keys += isHan ? pinyinOf(run).length : run.length;
    if (isHan) tally.taps += Math.ceil(run.length / CHARACTERS_A_WORD);
  }
}

/** Does what `hand` does. What is done already is neither done nor counted. */
export function countingHand(hand: Hand, tally: Tally): Hand {
  function typed(text: string): void {
    tally.taps += 1;
    countText(tally, text);
  }
  return {
    async press(button) {
      tally.taps += 1;
      await hand.press(button);
    },
    async choose(radio) {
      if (await radio.isChecked()) return;
      tally.taps += 1;
      await hand.choose(radio);
    },
    async tick(checkbox, isWanted = true) {
      if ((await checkbox.isChecked()) === isWanted) return;
      tally.taps += 1;
      await hand.tick(checkbox, isWanted);
    },
    async type(field, text) {
      if ((await field.inputValue()) === text) return;
      typed(text);
      await hand.type(field, text);
    },
    async pick(field, word) {
      if ((await field.inputValue()) === word) return;
      typed(word);
      tally.taps += 1;
      await hand.pick(field, word);
    },
  };
}
