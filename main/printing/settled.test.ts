import { expect, it } from 'vitest';
import { text } from '../../domain/contract/text.ts';
import { factsWith } from '../../tests/golden/papers.ts';
import { a4Blocks } from './a4-blocks.ts';
import { receiptBlocks } from './receipt-blocks.ts';
import { measuresFor, widthOf } from './receipt-measures.ts';
import type { Block } from './layout.ts';

const settled = [
  { title: text('租赁合同', 'Lease'), says: text('已交，2 页', 'Handed in, 2 pages') },
  { title: text('收入证明', 'Proof of income'), says: text('您已承诺，不用交', 'Declared by you instead') },
];

/** All the words of some blocks, in order. */
function wordsIn(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'columns') return block.columns.map((column) => wordsIn(column.blocks)).join(' ');
      if ('blocks' in block) return wordsIn(block.blocks);
      return 'text' in block ? String(block.text) : '';
    })
    .join(' ');
}

it.each(['zh-CN', 'en'] as const)(
  'a receipt in %s says of each document that is dealt with how',
  (locale) => {
    const facts = factsWith({}, { settled, locale });
    for (const blocks of [receiptBlocks(facts, measuresFor(widthOf('80mm'))), a4Blocks(facts).flat()]) {
      const words = wordsIn(blocks);
      for (const { title, says } of settled)
        expect(words).toMatch(new RegExp(`${title[locale]}.*${says[locale]}`, 's'));
    }
  },
);

it('a receipt without any says nothing of them', () => {
  expect(wordsIn(receiptBlocks(factsWith(), measuresFor(widthOf('80mm'))))).not.toContain('已处理的材料');
});
