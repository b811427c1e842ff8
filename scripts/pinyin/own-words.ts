// The words of our own lists, the divisions and the catalogues.
import { asSpoken } from './reading.ts';
import { readingOf } from './readings.ts';
import { catalogueWords, divisionNames, readList, type Spoken } from './word-lists.ts';

/** How often a division or a word of a catalogue is met, in the measure of jieba's list. */
const DIVISION_COUNT = 150;
const CATALOGUE_COUNT = 250;
/** Our own words are what forms are filled in with; jieba's counts come from news and novels. */
const OWN_WEIGHT = 3;

/** How people and shops are called after a family, and by how many families it is tried. */
const CALLED =
  '小* 老* 阿* *记 *家 *氏 *姐 *哥 *总 *叔 *姨 *妈 *嫂 *爷 *师傅 *大妈 *大姐 *大哥 *老师 *老板 *医生'.split(
    ' ',
  );
const CALLED_COUNT = 400;
const MOST_FAMILIES = 120;

/** 小李, 王记, 陈氏: the commoner the family, the commoner its shop. */
function calledAfter(families: Spoken[]): Spoken[] {
  return families.slice(0, MOST_FAMILIES).flatMap(({ text, reading }, place) =>
    CALLED.map((form): Spoken => {
      const syllables = [...form].flatMap((one) =>
        one === '*' ? (reading ?? readingOf(text) ?? []) : (readingOf(one) ?? []),
      );
      return { text: form.replace('*', text), count: CALLED_COUNT / (place + 4), reading: syllables };
    }),
  );
}

/** Our own lists, all counts of a word together. */
export function ownWords(): Spoken[] {
  const lists = [
    'guizhou.txt',
    'addresses.txt',
    'business.txt',
    'trade-names.txt',
    'everyday.txt',
    'townships.txt',
  ].flatMap(readList);
  return [
    ...lists,
    ...calledAfter(readList('surnames.txt')),
    ...asSpoken(divisionNames(), DIVISION_COUNT),
    ...asSpoken([...new Set(catalogueWords())], CATALOGUE_COUNT),
  ].map((word) => ({ ...word, count: word.count * OWN_WEIGHT }));
}
