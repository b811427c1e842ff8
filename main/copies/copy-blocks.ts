// A full copy from top to bottom. What stands in one inner list stays on one page.
import { same, type Text } from '../../domain/contract/text.ts';
import { linesOf, type Block, type Measure } from '../printing/layout.ts';
import type { ReceiptFacts } from '../printing/receipt-facts.ts';
import { a4Measures } from '../printing/receipt-measures.ts';
import {
  copyPlate,
  gap,
  item,
  number,
  rule,
  settingOf,
  tickBox,
  withEmblem,
  withHead,
} from '../printing/receipt-parts.ts';
import { squareOf } from '../printing/receipt-square.ts';
import { chinese, written } from '../printing/receipt-voice.ts';
import { words } from '../printing/receipt-words.ts';
import type { CopyDocument, CopyFacts, CopyRow, CopySection } from './copy-facts.ts';
import { beside, heading, LABEL_DOTS, LABEL_GAP_DOTS, line, type CopyPage } from './copy-parts.ts';
import { signed } from './copy-signed.ts';
import { copyWords, toFollowWords } from './copy-words.ts';

/** Which copy, and of what: its receipt speaks the language and has the size of type of the screen. */
export interface CopyIssue {
  facts: CopyFacts;
  receipt: ReceiptFacts;
}

export function copyBlocks({ facts, receipt }: CopyIssue, columnDots: number, measure: Measure): Block[][] {
  const setting = settingOf(receipt, a4Measures(receipt.paper.largeType));
  const widthDots = columnDots - LABEL_DOTS - LABEL_GAP_DOTS;
  const page: CopyPage = {
    ...setting,
    copy: facts,
    lines: (text, sizeDots) => linesOf(text, chinese(sizeDots, 500), widthDots, measure),
  };
  return [
    [...head(page), frame(page), gap(12, page.measures)],
    ...about(page),
    ...facts.sections.flatMap((section) => sectionBlocks(page, section)),
    ...documents(page),
    ...signed(page),
  ];
}

function head(page: CopyPage): Block[] {
  const { say, measures, facts } = page;
  const title = written(copyWords.title['zh-CN'], chinese(measures.titleDots, 700));
  const english = say.legal(copyWords.title, measures.headingDots, 700, measures.headingDots).slice(1);
  const office = say.legal(facts.paper.office, measures.smallDots);
  return [withEmblem([title, ...english, ...office], measures), ...copyPlate(page), ...rule(measures)];
}

/** What a person looks for first: number and square. */
function frame(page: CopyPage): Block {
  const { say, measures, facts } = page;
  const { modules, moduleDots, sideDots, borderDots } = squareOf(facts.paper.qr, measures.square);
  const figure: Block = {
    kind: 'figure',
    figure: { kind: 'square', modules, moduleDots },
    heightDots: sideDots,
  };
  const said = [
    ...number(page),
    gap(8, measures),
    ...say.legal(facts.paper.matter, measures.headingDots, 700),
    gap(8, measures),
    ...say.legal(copyWords.owner, measures.smallDots),
  ];
  const columns = [
    { widthDots: null, blocks: said },
    { widthDots: sideDots, blocks: [figure] },
  ];
  const inside: Block = { kind: 'columns', gapDots: 2 * borderDots, align: 'middle', columns };
  return { kind: 'frame', lineDots: 6, paddingDots: borderDots, blocks: [inside] };
}

/** Whose it is, when it came, who has to do with it; and how far to trust what is printed. */
function about(page: CopyPage): Block[][] {
  const { copy, facts, say, measures } = page;
  const { paper } = facts;
  const fact = (label: Text, value: Text): CopyRow => ({ label, value, notes: [] });
  const rows = [
    fact(words.applicant, same(copy.applicant)),
    ...(copy.mends === null ? [] : [fact(copyWords.mends, same(copy.mends))]),
    { ...fact(words.received, paper.received), notes: [words.byThisClock] },
    fact(words.machine, paper.kiosk),
    fact(copyWords.departments, joined(copy.departments)),
    ...(copy.helpedBy === null ? [] : [fact(copyWords.helpedBy, same(copy.helpedBy))]),
  ];
  const note = [gap(10, measures), ...say.plain(copyWords.asShown, measures.smallDots)];
  return [...rows.flatMap((row) => rowBlocks(page, row)), note];
}

function joined(texts: Text[]): Text {
  return {
    'zh-CN': texts.map((one) => one['zh-CN']).join('、'),
    en: texts.map(({ en }) => en).join(', '),
  };
}

function sectionBlocks(page: CopyPage, { title, groups }: CopySection): Block[][] {
  const { measures, say } = page;
  const chunks = groups.flatMap(({ title: one, rows }, index) => {
    const inside = neverAlone(rows.flatMap((row) => rowBlocks(page, row, one !== null)));
    // What comes after a list is not its last item's.
    if (one === null) return index === 0 ? inside : withHead([gap(20, measures)], inside);
    return withHead([gap(14, measures), ...say.plain(one, measures.bodyDots, 700), line(3)], inside);
  });
  return withHead(heading(page, title), chunks);
}

/** The last row of a list takes the one before it along to the next page. */
function neverAlone(chunks: Block[][]): Block[][] {
  return [...chunks.slice(0, -2), ...(chunks.length === 0 ? [] : [chunks.slice(-2).flat()])];
}

/** So many lines of one answer stay together; a longer one goes on over the page. */
const LINES_TOGETHER = 12;

/** A label and its answer beside it, with a line beneath. */
function rowBlocks(page: CopyPage, { label, value, notes }: CopyRow, isItems = false): Block[][] {
  const { measures, say, lines } = page;
  const { locale } = say;
  const { bodyDots, smallDots } = measures;
  // The label is smaller than its answer and comes down a little, to stand on the same line.
  const drop: Block = { kind: 'gap', dots: Math.round((bodyDots - smallDots) * 1.1) };
  const name = [drop, ...say.plain(label, smallDots)];
  const answer = lines((value ?? copyWords.notAnswered)[locale], bodyDots).map((line) =>
    say.plain(same(line), bodyDots),
  );
  const small = notes.map((note) => say.plain(note, smallDots));
  const all = [...answer, ...small];
  const parts = Array.from({ length: Math.ceil(all.length / LINES_TOGETHER) }, (_, index) =>
    all.slice(index * LINES_TOGETHER, (index + 1) * LINES_TOGETHER).flat(),
  );
  return parts.map((part, index) => [
    ...(index === 0 ? [gap(5, measures)] : []),
    beside(index === 0 ? name : [], part, isItems),
    ...(index === parts.length - 1 ? [gap(5, measures), line(2)] : []),
  ]);
}

function documents(page: CopyPage): Block[][] {
  const { copy, measures, say } = page;
  const none = [[gap(5, measures), ...say.plain(copyWords.noDocuments, measures.bodyDots)]];
  const listed = copy.documents.map((document) => documentBlocks(page, document));
  return withHead(heading(page, copyWords.documents), listed.length === 0 ? none : listed);
}

function documentBlocks(
  { measures, say }: CopyPage,
  { title, says, isToFollow, promise }: CopyDocument,
): Block[] {
  const { bodyDots, smallDots } = measures;
  const held = say.plain(isToFollow ? toFollowWords(says) : says, bodyDots, isToFollow ? 700 : 500);
  const promised = promise === null ? [] : say.plain(promise, smallDots);
  const named = say.plain(title, bodyDots);
  // What is still to be handed in has a box to tick.
  const left = isToFollow ? item(tickBox(measures), measures, named).slice(0, 1) : named;
  return [gap(5, measures), halves(left, [...held, ...promised]), gap(5, measures), line(2)];
}

function halves(left: Block[], right: Block[]): Block {
  const columns = [left, right].map((blocks) => ({ widthDots: null, blocks }));
  return { kind: 'columns', gapDots: LABEL_GAP_DOTS, align: 'top', columns };
}
