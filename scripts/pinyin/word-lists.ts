// The lists that the table is made of: our own lexicon, the divisions, the catalogues, and the words of jieba with how
// often each is met (MIT).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

const HAN = /^\p{Script=Han}+$/u;
const LEXICON = join(import.meta.dirname, 'lexicon');
const CATALOGUES = join(import.meta.dirname, '..', '..', 'procedures', 'catalogues');

export interface Counted {
  text: string;
  /** How often it is met, in the measure of jieba's list. */
  count: number;
}

export interface Spoken extends Counted {
  /** Said like this, where the list says so. */
  reading: string[] | null;
}

/** Reads a list of ours: words apart by blanks, `@ 500` before words met so often, a reading after a slash. */
export function readList(name: string): Spoken[] {
  let count = 1;
  const lines = readFileSync(join(LEXICON, name), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line.startsWith('#')) return [];
    if (line.startsWith('@')) count = Number(line.slice(1));
    else
      return line.split(/\s+/).flatMap((entry): Spoken[] => {
        const [text = '', reading] = entry.split('/');
        if (!HAN.test(text)) return [];
        return [{ text, count, reading: reading?.split('.') ?? null }];
      });
    return [];
  });
}

export interface JiebaWord extends Counted {
  /** What part of speech: 'nr' and what begins so are people. */
  part: string;
}

/** Every word of jieba's list that is all ideographs. */
export function jiebaWords(): JiebaWord[] {
  return Buffer.from(dict)
    .toString('utf8')
    .split('\n')
    .flatMap((line): JiebaWord[] => {
      const [text = '', count = '0', part = ''] = line.trim().split(' ');
      return HAN.test(text) ? [{ text, count: Number(count), part }] : [];
    });
}

/** 'id-validator' has no types; its table of divisions is one record of codes. */
function divisionTable(): Record<string, string> {
  const require = createRequire(import.meta.url);
  return require('id-validator/src/GB2260.js') as Record<string, string>;
}

/** A division without the names of those it lies in: the table writes all of them in front. */
function ownName(code: string, table: Record<string, string>): string {
  const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((other) => other !== code);
  const names = above.map((other) => table[other] ?? '').toSorted((a, b) => b.length - a.length);
  const whole = table[code] ?? '';
  const parent = names.find((name) => name !== '' && whole.startsWith(name)) ?? '';
  return whole.slice(parent.length);
}

const KIND = /(?<=..)(省|市|区|县|旗|地区|盟|特别行政区|(维吾尔族?|壮族|回族)?自治区)$/;

/** Provinces, cities, districts and counties of all China, by their whole and their short names. */
export function divisionNames(): string[] {
  const table = divisionTable();
  const whole = Object.keys(table).map((code) => ownName(code, table));
  const names = whole.filter((name) => HAN.test(name) && !/直辖|市辖区|^县$/.test(name));
  return [...new Set(names.flatMap((name) => [name, name.replace(KIND, '')]))];
}

interface Labelled {
  label: { 'zh-CN': string };
  group?: { 'zh-CN': string };
}

/** What the catalogues offer, whole and cut into words. */
export function catalogueWords(): string[] {
  const jieba = Jieba.withDict(dict);
  const labels = readdirSync(CATALOGUES)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { options } = JSON.parse(readFileSync(join(CATALOGUES, name), 'utf8')) as { options: Labelled[] };
      return options.flatMap(({ label, group }) => [label['zh-CN'], group?.['zh-CN'] ?? '']);
    });
  const phrases = labels
    .flatMap((label) => label.split(/\P{Script=Han}+/u))
    .filter((phrase) => phrase !== '');
  return [
    ...phrases.filter((phrase) => [...phrase].length <= 8),
    ...phrases.flatMap((phrase) => jieba.cut(phrase)),
  ];
}
