import type { EnterpriseNameParts } from './enterprise-name.ts';
import type { NameLists } from './enterprise-name-lists.ts';
import { codePoints } from './normalise.ts';

/** The best guess at the parts of a whole name (half-width, no blanks); what is not found is ''. */
export function splitName(name: string, lists: NameLists): EnterpriseNameParts {
  const bracketed = /^(.+)\(([^()]+)\)([^()]*)$/.exec(name);
  if (bracketed !== null) return splitBracketed(bracketed, lists);
  const division = longest(placesOf(lists), (place) => name.startsWith(place));
  const form = formOf(name, lists);
  const middle = name.slice(division.length, name.length - form.length);
  return { division, ...splitMiddle(middle, lists), form, order: 'division-first' };
}

function splitBracketed([, middle = '', division = '', form = '']: RegExpExecArray, lists: NameLists) {
  return { division, ...splitMiddle(middle, lists), form, order: 'division-in-brackets' as const };
}

function placesOf({ divisions, districts, zones }: NameLists): string[] {
  return [...divisions, ...districts, ...zones];
}

function formOf(name: string, { forms, corporateWords }: NameLists): string {
  const known = [...Object.values(forms).flat(), ...corporateWords];
  return longest(known, (form) => name.endsWith(form));
}

/** The trade name comes first and has two characters at least; the industry is the longest word at the end. */
function splitMiddle(middle: string, { industryWords }: NameLists) {
  const word = longest(industryWords, (candidate) => middle.endsWith(candidate));
  const industry = word === '' && codePoints(middle) > 2 ? [...middle].slice(2).join('') : word;
  return { tradeName: middle.slice(0, middle.length - industry.length), industry };
}

function longest(words: readonly string[], fits: (word: string) => boolean): string {
  return words.filter(fits).reduce((best, word) => (word.length > best.length ? word : best), '');
}
