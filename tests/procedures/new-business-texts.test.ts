// What the new-business procedures say: complete in both languages, in the voice of the house, without what no clerk would say.
import { describe, expect, it } from 'vitest';
import type { Text } from '../../domain/contract/text.ts';
import type { JsonObject } from '../../domain/procedure/pointer.ts';
import { questionsOf } from '../../domain/procedure/procedure.ts';
import { districtsOf } from '../../domain/identifiers/divisions.ts';
import { shippedShelf } from '../llc.ts';

const shelf = await shippedShelf();
const NEW_BUSINESS = ['business-registration-llc', 'business-start-up', 'sole-proprietor'];

interface Said extends Text {
  place: string;
}

function textsIn(value: unknown, place = ''): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value) return [{ ...(value as Text), place }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${place}/${key}`));
}

it('every file of the shelf is loaded', async () => {
  expect(shelf.faults).toEqual([]);
});

describe.each(NEW_BUSINESS)('%s', (id) => {
  const prepared = shelf.latest(id);
  if (prepared === null) throw new Error(`no procedure ${id}`);
  const { procedure, optionsOf } = prepared;
  const catalogues = questionsOf(procedure)
    .filter(({ catalogue }) => catalogue !== undefined)
    .map((question) => optionsOf(question));
  const texts = [...textsIn(procedure), ...textsIn(catalogues, '/catalogues')];

  describe('every text of it', () => {
    it('is Chinese in Chinese and English in English', () => {
      const mixed = texts.filter(
        ({ place, 'zh-CN': zh, en }) =>
          !/[一-鿿]/.test(zh) || !/[A-Za-z]/.test(en) || (/[一-鿿]/.test(en) && !place.endsWith('/hint')),
      );
      expect(mixed).toEqual([]);
    });

    it('speaks as an office does: without exclamation marks, please-notes and familiar particles', () => {
      const wrong = /[!！]|请注意|温馨提示|亲|哦|呢|哟|你|提交成功|[,;?]/;
      expect(texts.filter(({ 'zh-CN': zh }) => wrong.test(zh))).toEqual([]);
      expect(texts.filter(({ en }) => /!|please note|submitted|kindly/i.test(en))).toEqual([]);
    });

    it('is free of blanks that were left over', () => {
      expect(
        texts.filter(({ 'zh-CN': zh, en }) =>
          [zh, en].some((said) => said !== said.trim() || / {2}|\n/.test(said)),
        ),
      ).toEqual([]);
    });
  });

  describe('every page of it', () => {
    const titles = procedure.pages.flatMap((page) => [
      page.title,
      ...('repeat' in page ? page.pages.map(({ title }) => title) : []),
    ]);

    it('has a short title of its own, mostly a question', () => {
      for (const { 'zh-CN': zh, en } of titles) {
        expect([...zh].length).toBeLessThan(24);
        expect(en.length).toBeLessThan(60);
      }
      const own = procedure.pages.map(({ title }) => title.en);
      expect(new Set(own).size).toBe(own.length);
      const questions = titles.filter(({ 'zh-CN': zh }) => zh.endsWith('？'));
      expect(questions.length / titles.length).toBeGreaterThan(0.9);
    });

    it('calls nothing by the name of something else: each answer is changed by a button of its own', () => {
      const outside = procedure.pages.flatMap((page) => ('questions' in page ? page.questions : []));
      for (const locale of ['zh-CN', 'en'] as const) {
        const labels = outside.map(({ at, label }) => [label[locale], at.replace(/Away$/, '')].join(' '));
        const names = new Set(labels.map((label) => label.split(' /')[0]));
        expect(names.size).toBe(new Set(labels).size);
      }
    });

    it('asks one tight group: at most five things, but for the six forms of contribution', () => {
      const counts = procedure.pages.flatMap((page) => {
        if ('questions' in page) return [page.questions.length];
        return 'repeat' in page
          ? page.pages.filter(({ id }) => id !== 'by-form').map(({ questions }) => questions.length)
          : [];
      });
      expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    });

    it('asks who the applicant is before anything else', () => {
      const [first] = procedure.pages;
      expect(first && 'questions' in first && first.questions.map(({ at }) => at)).toEqual([
        procedure.identity.name,
        procedure.identity.number,
        procedure.identity.mobile,
      ]);
    });

    it('belongs to one of six to eight stages, in their order', () => {
      const stages = procedure.stages.map(({ id }) => id);
      expect(stages.length).toBeGreaterThanOrEqual(6);
      expect(stages.length).toBeLessThanOrEqual(8);
      const order = procedure.pages.map(({ stage }) => stages.indexOf(stage));
      expect(order).toEqual(order.toSorted((one, other) => one - other));
    });
  });

  describe('the business scope', () => {
    const asked = questionsOf(procedure).find(({ catalogue }) => catalogue === 'business-scope');
    const items = asked === undefined ? [] : optionsOf(asked);

    it('has more than 250 items in the sections of GB/T 4754, each once', () => {
      expect(items.length).toBeGreaterThan(250);
      expect(new Set(items.map(({ label }) => label['zh-CN'])).size).toBe(items.length);
      expect(new Set(items.map(({ group }) => group?.en)).size).toBeGreaterThanOrEqual(15);
    });

    it('marks what needs a licence, and whether before or after registration', () => {
      for (const { value, note } of items) {
        const mark = value[0];
        expect(value).toMatch(/^[glp]-[a-z]\d{2}$/);
        expect(note?.en ?? 'general').toMatch(
          { g: /general/, l: /after approval/, p: /before registration/ }[mark ?? ''] ?? /never/,
        );
      }
    });

    it('is found by the initials of its pinyin, and by everyday words', () => {
      const found = (typed: string) =>
        items
          .filter(({ search }) => search?.split(' ').some((word) => word.startsWith(typed)))
          .map(({ label }) => label['zh-CN']);
      expect(found('rjkf')).toEqual(['软件开发']);
      expect(found('cyfw')).toContain('餐饮服务');
      expect(found('饭店')).toEqual(['餐饮服务']);
      for (const { search } of items) expect(search).toMatch(/^[a-z]{2,40}( |$)/);
    });
  });

  it('offers the streets of the districts that the program knows', () => {
    const asked = questionsOf(procedure).find(({ catalogue }) => catalogue === 'guiyang-streets');
    const offered = asked === undefined ? [] : optionsOf(asked);
    const districts = new Set(offered.map(({ value }) => value.slice(0, 6)));
    expect([...districts].toSorted()).toEqual(districtsOf('520100').map(({ code }) => code));
  });

  it('says a postcode for every street of the city, where it asks for one', () => {
    const asked = questionsOf(procedure).find(({ at }) => at.endsWith('/postcode'));
    const known = asked?.known ?? [];
    for (const { code } of asked === undefined ? [] : districtsOf('520100'))
      expect([code, known.filter(({ when }) => prepared.holds(when, domicileIn(code))).length]).toEqual([
        code,
        1,
      ]);
  });
});

function domicileIn(district: string): JsonObject {
  return { company: { domicile: { address: { area: `${district}001`, detail: '1 号' } } } };
}
