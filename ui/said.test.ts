import { expect, it } from 'vitest';
import { text } from '../domain/contract/text.ts';
import { said } from './said.ts';

it('says English with marks that our font sets narrow, and leaves Chinese as it is', () => {
  const words = text('请按“修改”', 'The registrar’s “standard” wording');
  expect(said(words, 'en')).toBe('The registrar\'s "standard" wording');
  expect(said(words, 'zh-CN')).toBe('请按“修改”');
});

it('says the plainer words to whoever wants them, and the usual ones where there are no others', () => {
  const hard = text('行政区划', 'Division', text('地名', 'Place'));
  expect([said(hard, 'zh-CN'), said(hard, 'zh-CN', true), said(hard, 'en', true)]).toEqual([
    '行政区划',
    '地名',
    'Place',
  ]);
  expect(said(text('住所', 'Domicile'), 'en', true)).toBe('Domicile');
});
