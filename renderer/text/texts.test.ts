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

it('never says that something was submitted when it is only held, never shouts and never chats', () => {
  const wrong = all.filter(
    ([, text]) =>
      /已提交|提交成功|[！!]|[哦呢亲]/.test(text['zh-CN']) || /\bsubmitted successfully\b|!/i.test(text.en),
  );
  expect(wrong).toEqual([]);
});
