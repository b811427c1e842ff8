import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPersonName, cleanLine, codePoints, stripSeparators, toHalfWidth } from './normalise.ts';

function codesOf(typed: string): string[] {
  return checkPersonName(typed).problems.map(({ code }) => code);
}

describe('plain characters', () => {
  it('makes full-width letters, digits, signs and blanks plain', () => {
    expect(toHalfWidth('１３８－００１３　ＡｂＸ（＋８６）')).toBe('138-0013 AbX(+86)');
  });

  it('leaves Chinese punctuation and characters alone', () => {
    expect(toHalfWidth('贵阳、“黔程”。')).toBe('贵阳、“黔程”。');
  });

  it('strips blanks, hyphens and every dash', () => {
    expect(stripSeparators('1 2-3－4–5—6−7\u00a08\u30009\t0')).toBe('1234567890');
  });

  it('strips the marks of direction that telephones put around a number', () => {
    expect(stripSeparators('\u202a138\u200b0013\u202c8000\ufeff')).toBe('13800138000');
  });

  it('counts a character outside the first plane once', () => {
    expect(codePoints('𠮷野')).toBe(2);
  });
});

describe('a line of text', () => {
  it('is trimmed and composed', () => {
    expect(cleanLine('  Cafe\u0301 贵阳 ', 20)).toEqual({ ok: true, value: 'Café 贵阳' });
  });

  it.each([
    ['a line end', 'a\nb'],
    ['a control character', 'a\u0007b'],
    ['a bidi override', 'a\u202eb'],
    ['a bidi isolate', 'a\u2066b'],
    ['a zero-width space', 'a\u200bb'],
    ['a zero-width joiner', 'a\u200db'],
    ['a byte order mark', 'a\ufeffb'],
    ['a private-use character', 'a\ue000b'],
    ['a private-use character of plane 15', 'a\u{f0000}b'],
    ['half of a pair', 'a\ud800b'],
    ['a line separator', 'a\u2028b'],
    ['a variation selector', '葛\u{e0100}'],
    ['a blank letter', 'a\u3164b'],
    ['what is no character', 'a\uffffb'],
    ['a mark that stands on nothing', '\u0301b'],
    ['a tower of marks', 'a\u0330\u0331\u0332\u0333b'],
  ])('refuses %s', (_what, typed) => {
    expect(cleanLine(typed, 20)).toMatchObject({ ok: false, error: { code: 'text/unseen-characters' } });
  });

  it('keeps the marks that languages put on one letter, and those of Tibetan and Arabic', () => {
    for (const line of ['Nguyễn Thị Ngọc Ánh', 'ẹ̀kọ́', 'བསྒྲུབས', 'مُحَمَّد'])
      expect(cleanLine(line, 30)).toEqual({ ok: true, value: line.normalize('NFC') });
  });

  it('is measured in code points', () => {
    expect(cleanLine('𠮷'.repeat(5), 5).ok).toBe(true);
    expect(cleanLine('𠮷'.repeat(6), 5)).toMatchObject({ ok: false, error: { code: 'text/too-long' } });
  });

  it('is the same when it is cleaned twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        const once = cleanLine(typed, 60);
        if (once.ok) expect(cleanLine(once.value, 60)).toEqual(once);
      }),
    );
  });
});

describe("a person's name", () => {
  it.each([
    '王小明',
    '欧阳震华',
    '𠮷小明',
    '㛃然',
    '〇一',
    '古丽·买买提',
    '司马·相如·安',
    'ANNA MARIA SMITH',
    "Seán O'Neill",
    'J. P. Müller',
  ])('accepts %s as it is', (name) => {
    expect(checkPersonName(name)).toEqual({ canonical: name, problems: [], warnings: [] });
  });

  it.each([
    '古丽•买买提',
    '古丽・买买提',
    '古丽‧买买提',
    '古丽.买买提',
    '古丽．买买提',
    '古丽 · 买买提',
    '古丽⋅买买提',
  ])('writes the dot of %s as on the card', (typed) => {
    expect(checkPersonName(typed)).toEqual({ canonical: '古丽·买买提', problems: [], warnings: [] });
  });

  it('drops blanks between Chinese characters and keeps one between Latin words', () => {
    expect(checkPersonName(' 王　明 ').canonical).toBe('王明');
    expect(checkPersonName('Ａｎｎａ   Smith').canonical).toBe('Anna Smith');
  });

  it.each([
    '王小明1',
    '王小明！',
    '王@明',
    '·王明',
    '王··明',
    '王明·',
    '王Anna',
    '123',
    '王小明(已婚)',
    '⼩明',
    '😀😀',
    '- -',
  ])('refuses the characters of %s', (typed) => {
    expect(codesOf(typed)).toEqual(['person-name/characters']);
  });

  it('refuses a name of one character, one too long, and one with unseen characters', () => {
    expect(codesOf('王')).toEqual(['person-name/too-short']);
    expect(codesOf('王'.repeat(51))).toEqual(['text/too-long']);
    expect(codesOf('王\u200b明')).toEqual(['text/unseen-characters']);
  });

  it('asks to look again at a long name without dots', () => {
    expect(checkPersonName('买买提古丽热依汗').warnings.map(({ code }) => code)).toEqual([
      'person-name/unusually-long',
    ]);
    expect(checkPersonName('买买提·古丽热依汗').warnings).toEqual([]);
  });
});
