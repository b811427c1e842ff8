import { text, type Text } from '../../domain/contract/text.ts';
import type { HeldNeed } from '../../domain/documents/holding.ts';
import { dueText } from './due-text.ts';

/** What holds for a document, in words. */
export function holdingText(need: HeldNeed): Text {
  const { holding } = need;
  switch (holding.state) {
    case 'needed':
      return text('要现在交', 'Needed now');
    case 'to-follow':
      return dueText(need);
    case 'attached':
      return text(
        `已交，${holding.pages} 页`,
        holding.pages === 1 ? 'Handed in, 1 page' : `Handed in, ${holding.pages} pages`,
      );
    case 'declared':
      return text('您已承诺，不用交', 'Declared by you instead');
    case 'spared':
      return text('系统里已有，不用交', 'On record, not needed');
  }
}
