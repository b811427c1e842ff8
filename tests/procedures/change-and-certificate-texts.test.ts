// What the changes and certificates say: complete in both languages, in the voice of the house, short enough to read.
import { describe, expect, it } from 'vitest';
import type { Text } from '../../domain/contract/text.ts';
import { openProcedure } from './desk.ts';

const PROCEDURES = [
  'company-change',
  'licence-copy',
  'simplified-deregistration',
  'residence-permit',
  'no-criminal-record',
  'food-licence',
];

interface Said extends Text {
  place: string;
}

function textsIn(value: unknown, place = ''): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-CN' in value) return [{ ...(value as Text), place }];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${place}/${key}`));
}

const desks = await Promise.all(PROCEDURES.map(async (id) => ({ id, desk: await openProcedure(id) })));

describe.each(desks)('$id', ({ desk: { prepared } }) => {
  const { procedure } = prepared;
  const texts = textsIn(procedure);
  const titles = procedure.pages.flatMap((page) => [
    page.title,
    ...('repeat' in page ? page.pages.map(({ title }) => title) : []),
  ]);

  it('is Chinese in Chinese and English in English; only a hint may show Chinese to type', () => {
    const mixed = texts.filter(
      ({ place, 'zh-CN': zh, en }) =>
        !/[一-鿿]/.test(zh) || !/[A-Za-z]/.test(en) || (/[一-鿿]/.test(en) && !place.endsWith('/hint')),
    );
    expect(mixed).toEqual([]);
  });

  it('speaks as an office does, with Chinese punctuation in Chinese', () => {
    const wrong = /[!！]|请注意|温馨提示|亲|哦|呢|哟|你|提交成功|[,;?]/;
    expect(texts.filter(({ 'zh-CN': zh }) => wrong.test(zh))).toEqual([]);
    expect(texts.filter(({ en }) => /!|please note|submitted|kindly/i.test(en))).toEqual([]);
  });

  it('has no blanks that were left over', () => {
    const ragged = texts.filter(({ 'zh-CN': zh, en }) =>
      [zh, en].some((said) => said !== said.trim() || / {2}|\n/.test(said)),
    );
    expect(ragged).toEqual([]);
  });

  it('asks in short titles, each page one of its own, a few things at a time', () => {
    expect(titles.filter(({ 'zh-CN': zh, en }) => [...zh].length >= 24 || en.length >= 60)).toEqual([]);
    const own = procedure.pages.map(({ title }) => title.en);
    expect(new Set(own).size).toBe(own.length);
    const counts = procedure.pages.map((page) => ('questions' in page ? page.questions.length : 0));
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
  });

  it('begins with the applicant and goes through its stages in order', () => {
    const [first] = procedure.pages;
    const { name, number, mobile } = procedure.identity;
    expect(first && 'questions' in first && first.questions.map(({ at }) => at)).toEqual([
      name,
      number,
      mobile,
    ]);
    const order = procedure.pages.map(({ stage }) => procedure.stages.findIndex(({ id }) => id === stage));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });
});
