// A receipt on the office's sheet: what a person looks for, number and square, in one frame; the facts beneath it.
import type { Block } from './layout.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import { a4Measures } from './receipt-measures.ts';
import {
  aboutSquare,
  copyPlate,
  documentsHead,
  gap,
  item,
  labelled,
  next,
  number,
  rule,
  settingOf,
  settledHead,
  state,
  tickBox,
  withEmblem,
  withHead,
  type Setting,
} from './receipt-parts.ts';
import { squareOf } from './receipt-square.ts';
import { chinese, written } from './receipt-voice.ts';
import { helpWords, words } from './receipt-words.ts';

/** From top to bottom; what stands in one inner list stays on one page. */
export function a4Blocks(facts: ReceiptFacts): Block[][] {
  const setting = settingOf(facts, a4Measures(facts.paper.largeType));
  const { measures } = setting;
  return [
    [...head(setting), ...state(setting), frame(setting), gap(12, measures), ...grid(setting)],
    ...documents(setting),
    ...settled(setting),
    ...next(setting),
    foot(setting),
  ];
}

function head(setting: Setting): Block[] {
  const { say, facts, measures } = setting;
  const title = written(say.short(words.receipt), chinese(measures.titleDots, 700));
  const office = say.legal(facts.paper.office, measures.smallDots);
  return [withEmblem([title, ...office], measures), ...copyPlate(setting), ...rule(measures)];
}

/** Labels above what they name, two beside each other: both languages have their room. */
function grid(setting: Setting): Block[] {
  const [matter, applicant, received, machine] = labelled(setting).map(({ name, value }) => [
    ...name,
    ...value,
  ]);
  return [halves(matter, applicant), gap(12, setting.measures), halves(received, machine)];
}

function halves(left: Block[] = [], right: Block[] = []): Block {
  const columns = [left, right].map((blocks) => ({ widthDots: null, blocks }));
  return { kind: 'columns', gapDots: 36, align: 'top', columns };
}

/** A table: the sheet is wide enough to say with every document when it is due. */
function documents({ say, facts: { paper }, measures }: Setting): Block[][] {
  if (paper.documents.length === 0) return [];
  const lines = paper.documents.map(({ title, due }) => [
    halves(
      item(tickBox(measures), measures, say.legal(title, measures.bodyDots)),
      say.legal(due, measures.bodyDots, 700),
    ),
  ]);
  return withHead([...documentsHead(paper.documents.length, say, measures), gap(6, measures)], lines);
}

function settled({ say, facts: { paper }, measures }: Setting): Block[][] {
  const { settled: papers = [] } = paper;
  if (papers.length === 0) return [];
  const lines = papers.map(({ title, says }) => [
    halves(say.legal(title, measures.bodyDots), say.legal(says, measures.bodyDots, 700)),
    gap(4, measures),
  ]);
  return withHead(settledHead(papers.length, say, measures), lines);
}

/** Where to ask, and what this paper is and is not. Which copy it is stands at the foot of every page. */
function foot({ say, facts: { paper }, measures }: Setting): Block[] {
  const label = say.plain(words.questions, measures.smallDots);
  const drop: Block = { kind: 'gap', dots: measures.bodyDots - measures.smallDots };
  const help = say.plain(helpWords(paper.helpAt, paper.phone), measures.bodyDots, 700);
  const columns = [
    { widthDots: measures.labelDots, blocks: [drop, ...label] },
    { widthDots: null, blocks: help },
  ];
  return [
    ...rule(measures),
    { kind: 'columns', gapDots: Math.round(12 * measures.scale), align: 'top', columns },
    gap(6, measures),
    ...say.legal(words.legal, measures.smallDots),
  ];
}

function frame(setting: Setting): Block {
  const { modules, moduleDots, sideDots, borderDots } = squareOf(
    setting.facts.paper.qr,
    setting.measures.square,
  );
  const figure: Block = {
    kind: 'figure',
    figure: { kind: 'square', modules, moduleDots },
    heightDots: sideDots,
  };
  const said = [...number(setting), gap(12, setting.measures), ...aboutSquare(setting)];
  return {
    kind: 'frame',
    lineDots: 6,
    // The white border that the square needs on all sides.
    paddingDots: borderDots,
    blocks: [
      {
        kind: 'columns',
        gapDots: 2 * borderDots,
        align: 'middle',
        columns: [
          { widthDots: null, blocks: said },
          { widthDots: sideDots, blocks: [figure] },
        ],
      },
    ],
  };
}
