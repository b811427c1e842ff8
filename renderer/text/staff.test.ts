// What the pages of staff say, held to the voice of the house.
import { expect, it } from 'vitest';
import { staffTexts } from './staff.ts';

const all = Object.entries(staffTexts);

it('has every text in both languages, each in its own', () => {
  const mixed = all.filter(
    ([, text]) => /[\u3400-\u9fff]/.test(text.en) || !/[\u3400-\u9fff]/.test(text['zh-CN']),
  );
  expect(mixed).toEqual([]);
});

it('never shouts and never chats', () => {
  expect(all.filter(([, text]) => /[！!]|[哦呢亲]/.test(text['zh-CN']) || /!/.test(text.en))).toEqual([]);
});
