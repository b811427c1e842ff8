import { expect, it } from 'vitest';
import { text } from '../domain/contract/text.ts';
import { said } from './said.ts';

it('says English with marks that our font sets narrow, and leaves Chinese as it is', () => {
  const words = text('请按“修改”', 'The registrar’s “standard” wording');
  expect(said(words, 'en')).toBe('The registrar\'s "standard" wording');
  expect(said(words, 'zh-CN')).toBe('请按“修改”');
});
