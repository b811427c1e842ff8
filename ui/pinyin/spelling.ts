// Letters as syllables: every way to read them, whole syllables and begun ones.
import { FIRST_KEY } from './table.ts';

/** One syllable, or the beginning of one, from a place among the letters to another. */
export interface Step {
  to: number;
  /** The first letter of the syllables it may be. */
  letter: string;
  /** Keys of the syllables it may be: from `low` up to, not including, `high`. */
  low: number;
  high: number;
  isWhole: boolean;
  /** In nats: what the guess costs. */
  cost: number;
}

export interface Spelling {
  /** The letters parted as they are most likely meant, for the eye: guan'shan'hu. */
  parted(letters: string): string;
  /** The ways on from every place among the letters. */
  stepsOf(letters: string, isFuzzy: boolean): Step[][];
}

/** Only the first letters of a syllable were typed: 'gy' for guiyang. */
const BEGUN_COST = 3;
/** The last syllable is not finished yet: 'guiyan' for guiyang. */
const UNFINISHED_COST = 2.5;
/** n for l, z for zh, in for ing: what is spelt exactly comes first. */
const FUZZY_COST = 2;
const LONGEST = 6;

/** Parts of syllables that people of the south-west do not tell apart. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^n(?=.)/, 'l'],
  [/^l(?=.)/, 'n'],
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^z(?!h)/, 'zh'],
  [/^c(?!h)/, 'ch'],
  [/^s(?!h)/, 'sh'],
  [/^f(?!o)/, 'h'],
  [/^hu$/, 'fu'],
  [/(?<=[ie])n$/, 'ng'],
  [/(?<=[ie])ng$/, 'n'],
];

/** All ways in which a syllable may have been meant, without the one that was typed. */
function alikeTo(syllable: string): string[] {
  const heads = [syllable, ...ALIKE.slice(0, 10).map(([from, to]) => syllable.replace(from, to))];
  const all = heads.flatMap((head) => [head, ...ALIKE.slice(10).map(([from, to]) => head.replace(from, to))]);
  return [...new Set(all)].filter((one) => one !== syllable);
}

/** ü is typed as v; where the rule of writing drops its dots, u and v are the same. */
function asWritten(typed: string): string {
  if (/^[jqxy]v/.test(typed)) return typed.replace('v', 'u');
  return /^[ln]ue$/.test(typed) ? typed.replace('u', 'v') : typed;
}

/** The place of the first syllable that does not come before `text`. */
function placeOf(text: string, syllables: readonly string[]): number {
  const place = syllables.findIndex((syllable) => syllable >= text);
  return place === -1 ? syllables.length : place;
}

interface Range {
  low: number;
  high: number;
}

/** The syllables that begin so, as keys; null if none does. */
function rangesOf(syllables: readonly string[]): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const syllable of syllables)
    for (let length = 1; length <= syllable.length; length += 1) {
      const beginning = syllable.slice(0, length);
      if (ranges.has(beginning)) continue;
      const low = placeOf(beginning, syllables);
      const high = placeOf(`${beginning}~`, syllables);
      ranges.set(beginning, { low: low + FIRST_KEY, high: high + FIRST_KEY });
    }
  return ranges;
}

/** A consonant that a syllable begins with. */
const INITIAL = /^([zcs]h|[bpmfdtnlgkhjqxrzcsyw])$/;

export function createSpelling(syllables: readonly string[]): Spelling {
  const keys = new Map(syllables.map((syllable, index) => [syllable, index + FIRST_KEY]));
  const ranges = rangesOf(syllables);

  function whole(syllable: string, to: number, cost: number): Step[] {
    const key = keys.get(syllable);
    if (key === undefined) return [];
    return [{ to, letter: syllable.charAt(0), low: key, high: key + 1, isWhole: true, cost }];
  }

  function begun(beginning: string, to: number, isLast: boolean): Step[] {
    const range = ranges.get(beginning);
    const isInitial = INITIAL.test(beginning);
    if (range === undefined || (!isLast && !isInitial)) return [];
    const cost = isInitial ? BEGUN_COST : UNFINISHED_COST;
    return [{ to, letter: beginning.charAt(0), ...range, isWhole: false, cost }];
  }

  function stepsFrom(letters: string, from: number, isFuzzy: boolean): Step[] {
    if (letters[from] === "'") return [{ to: from + 1, letter: '', low: 0, high: 0, isWhole: true, cost: 0 }];
    const steps: Step[] = [];
    for (let to = from + 1; to <= Math.min(letters.length, from + LONGEST); to += 1) {
      const typed = letters.slice(from, to);
      if (typed.endsWith("'")) break;
      const written = asWritten(typed);
      steps.push(...whole(written, to, 0), ...begun(typed, to, to === letters.length));
      if (isFuzzy) for (const alike of alikeTo(written)) steps.push(...whole(alike, to, FUZZY_COST));
    }
    return steps;
  }

  return {
    parted(letters) {
      const steps = [...letters].map((_, place) => stepsFrom(letters, place, false));
      return partsFrom(steps, letters, 0)?.join("'").replaceAll(/'{2,}/g, "'") ?? letters;
    },
    stepsOf(letters, isFuzzy) {
      const steps = [...letters].map((_, place) => stepsFrom(letters, place, isFuzzy));
      const whole = leadingOn(steps.map((all) => all.filter(({ isWhole }) => isWhole)));
      // Whoever typed whole syllables meant them: guesses would only stand in the way.
      return (whole[0] ?? []).length > 0 ? whole : steps;
    },
  };
}

/** The longest syllables that leave nothing over; null if none do. */
function partsFrom(steps: Step[][], letters: string, from: number): string[] | null {
  if (from === letters.length) return [];
  const onward = (steps[from] ?? []).toSorted((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.to - a.to);
  for (const { to, letter } of onward) {
    const rest = partsFrom(steps, letters, to);
    if (rest !== null) return letter === '' ? ['', ...rest] : [letters.slice(from, to), ...rest];
  }
  return null;
}

/** The steps from which others lead on behind the last letter. */
function leadingOn(steps: Step[][]): Step[][] {
  const onward = steps.map((): Step[] => []);
  const leads = new Set([steps.length]);
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const all = (steps[place] ?? []).filter(({ to }) => leads.has(to));
    onward[place] = all;
    if (all.length > 0) leads.add(place);
  }
  return onward;
}
