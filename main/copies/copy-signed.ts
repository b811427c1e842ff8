// What the applicant stands by, and the signature under it.
import { same } from '../../domain/contract/text.ts';
import { strokePaths, type Strokes } from '../../domain/contract/signature.ts';
import type { Block } from '../printing/layout.ts';
import { gap, item, withHead } from '../printing/receipt-parts.ts';
import { beside, heading, line, type CopyPage } from './copy-parts.ts';
import { copyWords } from './copy-words.ts';

/** A signature never stands apart from what it was put to. */
export function signed(page: CopyPage): Block[][] {
  const points = declaration(page);
  return [...points.slice(0, -1), [...(points.at(-1) ?? []), ...signature(page)]];
}

/** What the applicant stands by counts before the law: in Chinese always. */
function declaration(page: CopyPage): Block[][] {
  const { copy, measures, say } = page;
  const points = copy.declaration.map((point, index) => {
    const [count = gap(0, measures)] = say.plain(same(`${index + 1}.`), measures.bodyDots, 700);
    return item(count, measures, say.legal(point, measures.bodyDots));
  });
  return withHead([...heading(page, copyWords.declaration), gap(8, measures)], points);
}

const SIGNATURE_DOTS = 260;

/** Signature and day, what this paper is not, and that nothing comes after. */
function signature(page: CopyPage): Block[] {
  const { copy, facts, measures, say } = page;
  const { name, strokes } = copy.signature;
  const { smallDots, bodyDots } = measures;
  const drawn = strokes === null ? [] : [handwriting(strokes), line(2)];
  const how = strokes === null ? copyWords.typed : copyWords.drawn;
  return [
    gap(12, measures),
    beside(say.legal(copyWords.signature, smallDots), [
      ...drawn,
      ...say.plain(same(name), bodyDots, 700),
      ...say.plain(how, smallDots),
      ...say.plain(facts.paper.received, smallDots),
    ]),
    gap(14, measures),
    ...say.legal(copyWords.legal, smallDots),
    gap(8, measures),
    ...say.plain(copyWords.end, smallDots, 700),
  ];
}

/** Cut to its ink, so that a small signature in a large box can be read. */
function handwriting(strokes: Strokes): Block {
  const points = strokes.flat();
  const across = points.map(([x = 0]) => x);
  const down = points.map(([, y = 0]) => y);
  const [left, top] = [least(across), least(down)];
  const moved = strokes.map((stroke) =>
    stroke.map(([x = 0, y = 0, pressure = 0]) => [x - left, y - top, pressure]),
  );
  return {
    kind: 'figure',
    figure: {
      kind: 'strokes',
      paths: strokePaths(moved),
      width: Math.max(1, most(across) - left),
      height: Math.max(1, most(down) - top),
    },
    heightDots: SIGNATURE_DOTS,
  };
}

function least(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(numbers: number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), 0);
}
