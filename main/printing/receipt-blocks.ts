// What a receipt says, from top to bottom: state first, then the number, then what happens next.
import { same, type Text } from '../../domain/contract/text.ts';
import type { ReceiptPaper } from '../../domain/submission/receipt-paper.ts';
import { momentInCity } from '../submissions/paper.ts';
import type { Block } from './layout.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import type { ReceiptMeasures } from './receipt-measures.ts';
import { squareOf } from './receipt-square.ts';
import { chinese, SMALLEST_DOTS, voiceOf, written, type Voice } from './receipt-voice.ts';
import { copyWords, documentsWords, helpWords, issuedWords, standings, words } from './receipt-words.ts';

/** Everything below the band of ridges, inside the margins. */
export function receiptBlocks(facts: ReceiptFacts, measures: ReceiptMeasures): Block[] {
  const { paper } = facts;
  const say = voiceOf(paper.locale);
  return [
    ...head(facts, say, measures),
    ...state(facts, say, measures),
    ...number(paper, say, measures),
    ...rows(paper, say, measures),
    ...documents(paper, say, measures),
    ...next(facts, say, measures),
    ...square(paper, say, measures),
    ...foot(facts, say, measures),
  ];
}

function gap(dots: number): Block {
  return { kind: 'gap', dots };
}

const RULE: Block[] = [gap(14), { kind: 'rule', dots: 3 }, gap(12)];

function head({ paper, copy }: ReceiptFacts, say: Voice, measures: ReceiptMeasures): Block[] {
  const { emblemDots, titleDots, headingDots } = measures;
  const emblem: Block = { kind: 'figure', figure: { kind: 'emblem' }, heightDots: emblemDots };
  const font = chinese(headingDots, 700);
  return [
    {
      kind: 'columns',
      gapDots: 16,
      align: 'middle',
      columns: [
        { widthDots: emblemDots, blocks: [emblem] },
        { widthDots: null, blocks: say.legal(words.receipt, titleDots, 700, headingDots) },
      ],
    },
    gap(8),
    ...say.legal(paper.office, SMALLEST_DOTS),
    // On a later copy, so that two papers are not taken for two applications.
    ...(copy > 1 ? [gap(8), { kind: 'plate', text: say.short(copyWords(copy)), font } as const] : []),
    ...RULE,
  ];
}

function state({ standing }: ReceiptFacts, say: Voice, measures: ReceiptMeasures): Block[] {
  const { title, note, accepted } = standings[standing];
  return [
    ...say.legal(title, measures.stateDots, 700, measures.headingDots),
    gap(4),
    ...say.plain(note, measures.bodyDots),
    gap(4),
    ...say.legal(accepted, measures.bodyDots, 700),
    gap(14),
  ];
}

function number(paper: ReceiptPaper, say: Voice, { numberDots }: ReceiptMeasures): Block[] {
  const blocks: Block[] = [
    written(say.short(words.number), chinese(SMALLEST_DOTS, 500)),
    { kind: 'number', text: paper.number, weight: 700, atMostDots: numberDots, atLeastDots: SMALLEST_DOTS },
  ];
  return [{ kind: 'frame', lineDots: 4, paddingDots: 12, blocks }, gap(14)];
}

function rows(paper: ReceiptPaper, say: Voice, measures: ReceiptMeasures): Block[] {
  const strong = (text: Text) => say.legal(text, measures.bodyDots, 700);
  const received = [...strong(paper.received), ...say.plain(words.byThisClock, SMALLEST_DOTS)];
  const name = (label: Text) => [written(say.short(label), chinese(SMALLEST_DOTS, 500))];
  return [
    ...row(name(words.matter), strong(paper.matter), say, measures),
    ...row(name(words.applicant), strong(same(paper.applicant)), say, measures),
    ...row(name(words.received), received, say, measures),
    ...row(name(words.machine), strong(paper.kiosk), say, measures),
  ];
}

/** A label beside what it names or, where both languages need the width, above it. */
function row(name: Block[], value: Block[], say: Voice, { labelDots, bodyDots }: ReceiptMeasures): Block[] {
  if (labelDots === null || say.locale !== 'zh-CN') return [...name, ...value, gap(8)];
  // The label is smaller than its value and comes down a little, to stand on the same line.
  const drop = gap(Math.round((bodyDots - SMALLEST_DOTS) * 1.1));
  return [
    {
      kind: 'columns',
      gapDots: 12,
      align: 'top',
      columns: [
        { widthDots: labelDots, blocks: [drop, ...name] },
        { widthDots: null, blocks: value },
      ],
    },
    gap(4),
  ];
}

/** By the day they are due, so that a long list says each day once. */
function documents({ documents }: ReceiptPaper, say: Voice, measures: ReceiptMeasures): Block[] {
  if (documents.length === 0) return [];
  const { bodyDots, headingDots } = measures;
  const box: Block = { kind: 'figure', figure: { kind: 'tick-box' }, heightDots: bodyDots };
  const byDue = Map.groupBy(documents, ({ due }) => due['zh-CN']).values();
  const groups = [...byDue].flatMap((group) => [
    gap(8),
    ...group.slice(0, 1).flatMap(({ due }) => say.legal(due, bodyDots, 700)),
    ...group.flatMap(({ title }) => item(box, measures, say.legal(title, bodyDots))),
  ]);
  return [...RULE, ...say.legal(documentsWords(documents.length), headingDots, 700), ...groups];
}

function item(sign: Block, { bodyDots }: ReceiptMeasures, blocks: Block[]): Block[] {
  return [
    {
      kind: 'columns',
      gapDots: 8,
      align: 'top',
      columns: [
        { widthDots: bodyDots + 4, blocks: [sign] },
        { widthDots: null, blocks },
      ],
    },
    gap(6),
  ];
}

/** What was turned away goes nowhere by itself: the state already says to whom to turn. */
function next({ paper, standing }: ReceiptFacts, say: Voice, measures: ReceiptMeasures): Block[] {
  if (standing === 'stopped') return [];
  const { bodyDots } = measures;
  const steps = standing === 'held' ? [words.sendsItself, ...paper.next] : paper.next;
  const items = steps.flatMap((step, index) =>
    item(written(`${index + 1}.`, chinese(bodyDots, 700)), measures, say.plain(step, bodyDots)),
  );
  return [...RULE, ...say.plain(words.next, measures.headingDots, 700), gap(6), ...items];
}

/** Less than this beside the square is no room for words. */
const ROOM_BESIDE_DOTS = 230;

function square(paper: ReceiptPaper, say: Voice, { widthDots, marginDots }: ReceiptMeasures): Block[] {
  const { modules, moduleDots, sideDots, borderDots } = squareOf(paper.qr);
  const figure: Block = {
    kind: 'figure',
    figure: { kind: 'square', modules, moduleDots },
    heightDots: sideDots,
  };
  const about = [
    ...say.plain(words.progress, SMALLEST_DOTS),
    gap(10),
    ...say.plain(words.square, SMALLEST_DOTS),
  ];
  // To the left the paper's margin is as wide as the border.
  const bordered = { widthDots: sideDots, blocks: [gap(borderDots), figure, gap(borderDots)] };
  const rest = { widthDots: null, blocks: [] };
  const columns = { kind: 'columns', gapDots: borderDots, align: 'middle' } as const;
  const roomBeside = widthDots - 2 * marginDots - sideDots - borderDots;
  return roomBeside >= ROOM_BESIDE_DOTS
    ? [...RULE, { ...columns, columns: [bordered, { ...rest, blocks: about }] }]
    : [...RULE, { ...columns, columns: [rest, bordered, rest] }, ...about];
}

function foot({ paper, copy, at }: ReceiptFacts, say: Voice, measures: ReceiptMeasures): Block[] {
  const help = say.plain(helpWords(paper.helpAt, paper.phone), measures.bodyDots, 700);
  return [
    ...RULE,
    ...row(say.plain(words.questions, SMALLEST_DOTS), help, say, measures),
    gap(6),
    ...say.legal(words.legal, SMALLEST_DOTS),
    gap(6),
    ...say.legal(issuedWords(copy, momentInCity(at)), SMALLEST_DOTS),
  ];
}
