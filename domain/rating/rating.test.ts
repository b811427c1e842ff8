import { expect, it } from 'vitest';
import { loadRatings } from '../../lib/procedures/rating-shelf.ts';
import { lintRatingCatalogue, optionsFor, type RatingCatalogue } from './catalogue.ts';
import { verdictFault, type TypedVerdict } from './rating.ts';

const { latest, faults } = await loadRatings(new URL('../../procedures', import.meta.url).pathname);
if (latest === null) throw new Error(`no catalogue: ${JSON.stringify(faults)}`);
const catalogue = latest;

const verdict = (change: Partial<TypedVerdict> = {}): TypedVerdict => ({
  level: 3,
  options: [],
  words: '',
  rater: null,
  ...change,
});

it('has five levels, each with something to tick, in both languages', () => {
  expect(faults).toEqual([]);
  expect(catalogue.levels.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
  for (const { level } of catalogue.levels) expect(optionsFor(catalogue, level).length).toBeGreaterThan(2);
});

it.each<[string, Partial<TypedVerdict>, ReturnType<typeof verdictFault>]>([
  ['a level alone', {}, null],
  ['what fits the level', { level: 1, options: ['slow'] }, null],
  ['what does not fit it', { level: 5, options: ['slow'] }, 'option-unknown'],
  ['what nobody offers', { options: ['free-tea'] }, 'option-unknown'],
  ['500 characters', { words: '𬭎'.repeat(500) }, null],
  ['501 characters', { words: '好'.repeat(501) }, 'words-too-long'],
  ['a character that turns the line around', { words: 'a\u202Eb' }, 'words-unreadable'],
  ['blanks around', { words: ' a ' }, 'words-unreadable'],
  ['a name and a mobile', { rater: { name: '杨雨禾', phone: '13800138000' } }, null],
  ['a landline', { rater: { name: '杨雨禾', phone: '0851-86812345' } }, null],
  ['a name alone', { rater: { name: '杨雨禾', phone: '' } }, 'rater-unreadable'],
  ['a telephone alone', { rater: { name: '', phone: '13800138000' } }, 'rater-unreadable'],
  ['words for a telephone', { rater: { name: '杨雨禾', phone: '打给我' } }, 'rater-unreadable'],
])('judges %s', (_, change, fault) => {
  expect(verdictFault(catalogue, verdict(change))).toBe(fault);
});

it.each<[string, (catalogue: RatingCatalogue) => RatingCatalogue, string]>([
  [
    'a level twice',
    (one) => ({ ...one, levels: one.levels.map((level) => ({ ...level, level: 5 })) }),
    '/levels/1',
  ],
  [
    'an option of no dimension',
    (one) => ({ ...one, dimensions: one.dimensions.slice(1) }),
    '/options/0/dimension',
  ],
  ['a level without an option', (one) => ({ ...one, options: one.options.slice(0, 1) }), '/levels/2'],
  [
    'an option twice',
    (one) => ({ ...one, options: [...one.options, ...one.options] }),
    `/options/${catalogue.options.length}`,
  ],
])('finds %s', (_, change, place) => {
  expect(lintRatingCatalogue(change(catalogue)).map((finding) => finding.place)).toContain(place);
});
