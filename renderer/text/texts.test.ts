// What the screens say, held to the voice of the house.
import { expect, it } from 'vitest';
import { texts } from './texts.ts';

const all = Object.entries(texts);

it('has every text in both languages, each in its own', () => {
  const mixed = all.filter(([name, text]) => {
    const isNameOfLanguage = name.startsWith('language');
    return !isNameOfLanguage && (/[\u3400-\u9fff]/.test(text.en) || !/[\u3400-\u9fff]/.test(text['zh-CN']));
  });
  expect(mixed).toEqual([]);
});

it('has plainer words in both languages, that say no more and do not repeat the usual ones', () => {
  const wrong = all.filter(([, { plain, ...text }]) => {
    if (plain === undefined) return false;
    const isNothingNew = plain['zh-CN'] === text['zh-CN'] && plain.en === text.en;
    return isNothingNew || /[\u3400-\u9fff]/.test(plain.en) || !/[\u3400-\u9fff]/.test(plain['zh-CN']);
  });
  expect(wrong).toEqual([]);
});

it('never says that something was submitted when it is only held, never shouts and never chats', () => {
  const wrong = all.filter(
    ([, text]) =>
      /已提交|提交成功|[！!]|[哦呢亲]/.test(text['zh-CN']) || /\bsubmitted successfully\b|!/i.test(text.en),
  );
  expect(wrong).toEqual([]);
});
