// A signature drawn on the screen, as strokes: small, exact, and drawable at any size.
import { Type, type Static } from 'typebox';

/** Pads are this wide, in units of the strokes; their height is in the same units. */
export const PAD_WIDTH = 10_000;

/** More points than a signature of a minute has: somebody is painting. */
export const MOST_POINTS = 6000;

const Unit = Type.Integer({ minimum: 0, maximum: PAD_WIDTH });

/** x, y, and pressure in thousandths. */
const Point = Type.Array(Unit, { minItems: 3, maxItems: 3 });

export const Strokes = Type.Array(Type.Array(Point, { minItems: 1, maxItems: MOST_POINTS }), {
  maxItems: 200,
});
export type Strokes = Static<typeof Strokes>;

/** Less ink than this is a slip of the finger: a sixth of the pad's width. */
const LEAST_INK = PAD_WIDTH / 6;

/** How far the pen went, in units. */
function inkOf(strokes: Strokes): number {
  return strokes.reduce((sum, points) => sum + lengthOf(points), 0);
}

function lengthOf(points: Strokes[number]): number {
  return points.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = points[index] ?? [];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}

/** Whether this can be somebody's signature: enough ink, and no more points than one has. */
export function isSignature(strokes: Strokes): boolean {
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  return points <= MOST_POINTS && inkOf(strokes) >= LEAST_INK;
}

/** One SVG path per stroke; a stroke of one point is a dot. */
export function strokePaths(strokes: Strokes): string[] {
  return strokes.map((points) => {
    const [first = [0, 0, 0], ...rest] = points;
    const [x = 0, y = 0] = first;
    const to = rest.length === 0 ? [first] : rest;
    return `M${x} ${y}${to.map(([toX = 0, toY = 0]) => `L${toX} ${toY}`).join('')}`;
  });
}
