import { showDay } from '../../domain/calendar-day.ts';
import { text, type Text } from '../../domain/contract/text.ts';
import type { NeededDocument } from '../../domain/procedure/documents.ts';

/** By when a document may follow; a day beyond the published calendar is not told as firm. */
export function dueText({ dueOn, provisional }: Pick<NeededDocument, 'dueOn' | 'provisional'>): Text {
  if (dueOn === null) return text('受理前交', 'Needed before acceptance');
  const day = showDay(dueOn);
  return provisional
    ? text(`${day['zh-CN']}前（暂定）`, `By ${day.en} (provisional)`)
    : text(`${day['zh-CN']}前`, `By ${day.en}`);
}
