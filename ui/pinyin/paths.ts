// The likeliest ways to read all letters as words in a row.
import { MOST_GAIN, type Gain } from './context.ts';
import type { Match } from './matches.ts';

export interface Path {
  text: string;
  cost: number;
  to: number;
}

/** So many ways are kept up to every letter. */
const KEPT = 4;
/** No rule about what stands in front looks further back. */
const SEEN_BACK = 8;

/** What a path may cost at most to be kept. */
function worst(paths: Path[]): number {
  return paths.length < KEPT ? Infinity : (paths.at(-1)?.cost ?? Infinity);
}

function keep(paths: Path[], path: Path): void {
  const same = paths.findIndex(({ text }) => text === path.text);
  const other = paths[same];
  if (other !== undefined) {
    if (other.cost <= path.cost) return;
    paths.splice(same, 1);
  }
  const place = paths.findIndex(({ cost }) => cost > path.cost);
  paths.splice(place === -1 ? paths.length : place, 0, path);
  paths.length = Math.min(paths.length, KEPT);
}

function extend(path: Path, before: string, gain: Gain, matches: Match[], paths: Path[][]): void {
  const behind = (before + path.text).slice(-SEEN_BACK);
  for (const { text, cost, to } of matches) {
    const reached = paths[to];
    const most = path.cost + cost;
    // Nearly all fall here: the rest is costly to tell.
    if (reached === undefined || most - MOST_GAIN >= worst(reached)) continue;
    const exact = most - gain(behind, text);
    if (exact < worst(reached)) keep(reached, { text: path.text + text, cost: exact, to });
  }
}

/**
 * The likeliest readings of the letters up to the furthest one that can be reached, likeliest first.
 * `matchesAt`: the words from a letter on; `before`: what stands in front of them; `gain`: what a word gains there.
 */
export function likeliestPaths(
  length: number,
  before: string,
  gain: Gain,
  matchesAt: (place: number) => Match[],
): Path[] {
  const paths = Array.from({ length: length + 1 }, (): Path[] => []);
  paths[0] = [{ text: '', cost: 0, to: 0 }];
  for (let place = 0; place < length; place += 1) {
    const here = paths[place] ?? [];
    if (here.length === 0) continue;
    const matches = matchesAt(place);
    for (const path of here) extend(path, before, gain, matches, paths);
  }
  const furthest = paths.findLast((reached) => reached.length > 0) ?? [];
  return furthest.filter(({ to }) => to > 0);
}
