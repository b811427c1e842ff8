import { expect, it } from 'vitest';
import { pagesOf } from './pages.ts';

const offer = (...texts: string[]) => texts.map((text) => ({ text, to: 1 }));
const words = (pages: { text: string }[][]) => pages.map((page) => page.map(({ text }) => text).join(' '));
const room = { width: 12, rows: 1, most: 8, around: 1 };

it('puts as many side by side as fit', () => {
  expect(words(pagesOf(offer('贵阳', '桂阳', '贵恙', '规', '归阳'), room))).toEqual([
    '贵阳 桂阳 贵恙 规',
    '归阳',
  ]);
});

it('never puts more on a page than are allowed', () => {
  expect(pagesOf(offer('一', '二', '三', '四'), { ...room, most: 3 })).toHaveLength(2);
});

it('shows even what is longer than the page', () => {
  expect(words(pagesOf(offer('贵阳市观山湖区林城东路十二号', '贵阳'), room))).toEqual([
    '贵阳市观山湖区林城东路十二号',
    '贵阳',
  ]);
});

it('goes on in the next row where there are several', () => {
  expect(words(pagesOf(offer('贵阳', '桂阳', '贵恙', '规阳', '归阳'), { ...room, rows: 2 }))).toHaveLength(1);
});

it('has no page where there is nothing', () => {
  expect(pagesOf([], room)).toEqual([]);
});
