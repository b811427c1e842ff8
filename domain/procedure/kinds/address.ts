// An address: the area is picked from a catalogue, down to the street or the county; what follows is typed.
import { text } from '../../contract/text.ts';
import { cleanLine } from '../../identifiers/normalise.ts';
import { message } from '../../message.ts';
import type { Json } from '../../submission/canonical-json.ts';
import type { Option } from '../procedure.ts';
import { asRecord, bad, good, nothing, type AnswerKind } from './kind.ts';

const LONGEST_DETAIL = 100;

const NO_AREA = message(
  'address/no-area',
  '请先选出所在的地方，再写后面的地址。',
  'Choose the area first, then write the rest of the address.',
);
const NOT_OFFERED = message(
  'address/not-offered',
  '请从列出的地方里选一个。',
  'Please choose one of the areas listed.',
);
const NO_DETAIL = message(
  'address/no-detail',
  '请写完整：路名、门牌号、楼层和房号。',
  'Write the rest too: street, number, floor and room.',
);

/** `{ area: code of an option, detail: what is typed after it }`. */
export interface Address {
  area: string;
  detail: string;
}

export function isAddress(value: unknown): value is Address & { [key: string]: Json } {
  if (typeof value !== 'object' || value === null) return false;
  const { area, detail } = value as Partial<Record<keyof Address, unknown>>;
  return typeof area === 'string' && typeof detail === 'string';
}

/** Typed and kept as `{area, detail}`; `max` of the question is the longest detail. */
export const address: AnswerKind = {
  read(raw, { question, options }) {
    const { area = '', detail = '' } = asRecord(raw);
    if (area === '' && detail.trim() === '') return nothing();
    if (area === '') return bad(NO_AREA);
    if (!options.some(({ value }) => value === area)) return bad(NOT_OFFERED);
    if (detail.trim() === '') return bad(NO_DETAIL);
    const cleaned = cleanLine(detail, question.max ?? LONGEST_DETAIL);
    return cleaned.ok ? good({ area, detail: cleaned.value }) : bad(cleaned.error);
  },
  raw: (value) => (isAddress(value) ? { area: value.area, detail: value.detail } : {}),
  show: (value, { options }) => {
    if (!isAddress(value)) return text('—', '—');
    return writtenOut(value, options.find((option) => option.value === value.area) ?? null);
  },
};

/** From the largest to the smallest in Chinese, the other way round in English. */
function writtenOut({ area, detail }: Address, found: Option | null) {
  if (found === null) return text(`${area} ${detail}`, `${detail}, ${area}`);
  const parts = [found.region, found.group, found.label].flatMap((part) => part ?? []);
  const zh = parts.map((part) => part['zh-CN']).filter((part, index, all) => part !== all[index - 1]);
  const en = parts.map((part) => part.en).filter((part, index, all) => part !== all[index - 1]);
  return text(`${zh.join('')}${detail}`, [detail, ...en.toReversed()].join(', '));
}
