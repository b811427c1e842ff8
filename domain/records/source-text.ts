import { showDay } from '../calendar-day.ts';
import { text, type Text } from '../contract/text.ts';
import type { Source } from '../submission/envelope.ts';

const RECORDS: Readonly<Record<string, Text>> = {
  population: text('人口信息库', 'population register'),
  enterprise: text('企业登记信息库', 'register of enterprises'),
  premises: text('房屋信息库', 'register of premises'),
};
const ANOTHER_RECORD = text('政务信息库', 'city’s records');

/** Where an answer comes from that nobody typed. What a card says has no day: the card lay here just now. */
export function sourceText({ source, on }: Source): Text {
  if (source === 'id-card') return text('来自身份证', 'From the identity card');
  const record = Object.hasOwn(RECORDS, source) ? RECORDS[source] : undefined;
  const { 'zh-CN': zh, en } = record ?? ANOTHER_RECORD;
  const day = showDay(on);
  return text(`来自${zh}，${day['zh-CN']}`, `From the ${en}, ${day.en}`);
}
