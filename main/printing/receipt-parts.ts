// What a receipt says, part by part: the same facts in the same words on every paper.
import { same, type Text } from '../../domain/contract/text.ts';
import { momentInCity } from '../submissions/paper.ts';
import type { Block, Column } from './layout.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import type { ReceiptMeasures } from './receipt-measures.ts';
import { chinese, voiceOf, written, type Voice } from './receipt-voice.ts';
import {
  copyWords,
  documentsWords,
  helpWords,
  issuedWords,
  settledWords,
  standings,
  words,
} from './receipt-words.ts';

/** Everything that the parts of one receipt are made of. */
export interface Setting {
  facts: ReceiptFacts;
  say: Voice;
  measures: ReceiptMeasures;
}

export function settingOf(facts: ReceiptFacts, measures: ReceiptMeasures): Setting {
  return { facts, measures, say: voiceOf(facts.paper.locale, measures.smallDots) };
}

/** `dots` of a roll. */
export function gap(dots: number, { scale }: ReceiptMeasures): Block {
  return { kind: 'gap', dots: Math.round(dots * scale) };
}

export function rule(measures: ReceiptMeasures): Block[] {
  return [gap(14, measures), { kind: 'rule', dots: Math.round(3 * measures.scale) }, gap(12, measures)];
}

export function head({ facts, say, measures }: Setting): Block[] {
  const { titleDots, headingDots } = measures;
  const title = say.legal(words.receipt, titleDots, 700, headingDots);
  const office = say.legal(facts.paper.office, measures.smallDots);
  return [
    withEmblem(title, measures),
    gap(8, measures),
    ...office,
    ...copyPlate({ facts, say, measures }),
    ...rule(measures),
  ];
}

export function withEmblem(blocks: Block[], { emblemDots, scale }: ReceiptMeasures): Block {
  const emblem: Block = { kind: 'figure', figure: { kind: 'emblem' }, heightDots: emblemDots };
  return {
    kind: 'columns',
    gapDots: Math.round(16 * scale),
    align: 'middle',
    columns: [
      { widthDots: emblemDots, blocks: [emblem] },
      { widthDots: null, blocks },
    ],
  };
}

/** On a later copy, so that two papers are not taken for two applications. */
export function copyPlate({ facts: { copy }, say, measures }: Setting): Block[] {
  if (copy === 1) return [];
  const font = chinese(measures.headingDots, 700);
  return [gap(8, measures), { kind: 'plate', text: say.short(copyWords(copy)), font }];
}

export function state({ facts: { standing }, say, measures }: Setting): Block[] {
  const { title, note, accepted } = standings[standing];
  return [
    ...say.legal(title, measures.stateDots, 700, measures.headingDots),
    gap(4, measures),
    ...say.plain(note, measures.bodyDots),
    gap(4, measures),
    ...say.legal(accepted, measures.bodyDots, 700),
    gap(14, measures),
  ];
}

/** The label and the number, as large as it can stand there. */
export function number({ facts: { paper }, say, measures }: Setting): Block[] {
  const { numberDots, smallDots } = measures;
  return [
    written(say.short(words.number), chinese(smallDots, 500)),
    { kind: 'number', text: paper.number, weight: 700, atMostDots: numberDots, atLeastDots: smallDots },
  ];
}

/** What the receipt is about, each with its label. */
export function labelled({ facts: { paper }, say, measures }: Setting): { name: Block[]; value: Block[] }[] {
  const strong = (text: Text) => say.legal(text, measures.bodyDots, 700);
  const received = [...strong(paper.received), ...say.plain(words.byThisClock, measures.smallDots)];
  const name = (label: Text) => [written(say.short(label), chinese(measures.smallDots, 500))];
  return [
    { name: name(words.matter), value: strong(paper.matter) },
    { name: name(words.applicant), value: strong(same(paper.applicant)) },
    { name: name(words.received), value: received },
    { name: name(words.machine), value: strong(paper.kiosk) },
  ];
}

export function rows(setting: Setting): Block[] {
  return labelled(setting).flatMap(({ name, value }) => row(name, value, setting));
}

/** A label beside what it names or, where both languages need the width, above it. */
function row(name: Block[], value: Block[], { say, measures }: Setting): Block[] {
  const { labelDots, bodyDots, smallDots } = measures;
  if (labelDots === null || say.locale !== 'zh-CN') {
    return [...name, ...value, gap(8, measures)];
  }
  // The label is smaller than its value and comes down a little, to stand on the same line.
  const drop: Block = { kind: 'gap', dots: Math.round((bodyDots - smallDots) * 1.1) };
  return [
    {
      kind: 'columns',
      gapDots: Math.round(12 * measures.scale),
      align: 'top',
      columns: [
        { widthDots: labelDots, blocks: [drop, ...name] },
        { widthDots: null, blocks: value },
      ],
    },
    gap(4, measures),
  ];
}

/** By the day they are due, so that a long list says each day once; each inner list belongs together. */
export function documents({ facts: { paper }, say, measures }: Setting): Block[][] {
  if (paper.documents.length === 0) return [];
  const { bodyDots } = measures;
  const byDue = [...Map.groupBy(paper.documents, ({ due }) => due['zh-CN']).values()];
  const groups = byDue.flatMap((group) =>
    group.map(({ title, due }, index) => [
      ...(index === 0 ? [gap(8, measures), ...say.legal(due, bodyDots, 700)] : []),
      ...item(tickBox(measures), measures, say.legal(title, bodyDots)),
    ]),
  );
  return withHead(documentsHead(paper.documents.length, say, measures), groups);
}

export function documentsHead(count: number, say: Voice, measures: ReceiptMeasures): Block[] {
  return [...rule(measures), ...say.legal(documentsWords(count), measures.headingDots, 700)];
}

export function tickBox({ bodyDots }: ReceiptMeasures): Block {
  return { kind: 'figure', figure: { kind: 'tick-box' }, heightDots: bodyDots };
}

/** What is dealt with needs no box to tick: each with how, one below the other. */
export function settled({ facts: { paper }, say, measures }: Setting): Block[][] {
  const { settled: papers = [] } = paper;
  if (papers.length === 0) return [];
  const lines = papers.map(({ title, says }) => [
    ...say.legal(title, measures.bodyDots),
    ...say.legal(says, measures.smallDots, 700),
    gap(8, measures),
  ]);
  return withHead(settledHead(papers.length, say, measures), lines);
}

export function settledHead(count: number, say: Voice, measures: ReceiptMeasures): Block[] {
  return [...rule(measures), ...say.legal(settledWords(count), measures.headingDots, 700), gap(6, measures)];
}

/** What was turned away goes nowhere by itself: the state already says to whom to turn. */
export function next({ facts: { paper, standing }, say, measures }: Setting): Block[][] {
  if (standing === 'stopped') return [];
  const { bodyDots } = measures;
  const steps = standing === 'held' ? [words.sendsItself, ...paper.next] : paper.next;
  const items = steps.map((step, index) => {
    const [count = gap(0, measures)] = say.plain(same(`${index + 1}.`), bodyDots, 700);
    return item(count, measures, say.plain(step, bodyDots));
  });
  const heading = say.plain(words.next, measures.headingDots, 700);
  return withHead([...rule(measures), ...heading, gap(6, measures)], items);
}

/** A heading never stands alone at the foot of a page. */
export function withHead(heading: Block[], [first = [], ...others]: Block[][]): Block[][] {
  return [[...heading, ...first], ...others];
}

/** A sign or a number, and beside it what it stands for. */
export function item(sign: Block, measures: ReceiptMeasures, blocks: Block[]): Block[] {
  const columns: Column[] = [
    { widthDots: measures.bodyDots + Math.round(4 * measures.scale), blocks: [sign] },
    { widthDots: null, blocks },
  ];
  return [
    { kind: 'columns', gapDots: Math.round(8 * measures.scale), align: 'top', columns },
    gap(6, measures),
  ];
}

/** What the square and the number are good for. */
export function aboutSquare({ say, measures }: Setting): Block[] {
  return [
    ...say.plain(words.progress, measures.smallDots),
    gap(10, measures),
    ...say.plain(words.square, measures.smallDots),
  ];
}

export function foot(setting: Setting): Block[] {
  const { facts, say, measures } = setting;
  const { paper, copy, at } = facts;
  const help = say.plain(helpWords(paper.helpAt, paper.phone), measures.bodyDots, 700);
  return [
    ...rule(measures),
    ...row(say.plain(words.questions, measures.smallDots), help, setting),
    gap(6, measures),
    ...say.legal(words.legal, measures.smallDots),
    gap(6, measures),
    ...say.legal(issuedWords(copy, momentInCity(at)), measures.smallDots),
  ];
}
