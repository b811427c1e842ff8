// What the kiosk's screen aims at, and whether it was met.
import { median, percentile } from '../statistics.ts';
import type { CandidateName } from './candidates.ts';
import type { AllSamples, FigureName } from './figures.ts';

export interface Verdict {
  aim: string;
  isMet: boolean;
  /** What was measured, beside what it may be. */
  measured: string;
}

/** A screen of 60 Hz. */
const FRAME_MS = 1000 / 60;
const FRAMES_A_PAGE = 3;
const MOST_OF_HAND_WRITTEN = 1.2;
const MOST_OF_SURVEYJS = 0.6;
/** “Far below a frame”: a quarter of one. */
const MOST_OF_A_FRAME = 0.25;

function taken(all: AllSamples, name: CandidateName, figure: FigureName): number[] {
  const samples = all[name][figure];
  if (samples === undefined) throw new Error(`${figure} of ${name} was not measured`);
  return samples;
}

function ratioVerdict(
  all: AllSamples,
  figure: FigureName,
  words: string,
  peer: CandidateName,
  most: number,
): Verdict {
  const ratio = median(taken(all, 'kiosk', figure)) / median(taken(all, peer, figure));
  return {
    aim: `${words}: at most ${most} × ${peer}`,
    isMet: ratio <= most,
    measured: `${ratio.toFixed(2)} ×`,
  };
}

function pageVerdict(all: AllSamples): Verdict {
  const above = percentile(taken(all, 'kiosk', 'pageMs'), 95) - percentile(taken(all, 'bare', 'pageMs'), 95);
  const most = FRAMES_A_PAGE * FRAME_MS;
  return {
    aim: `page to next page, p95: at most ${FRAMES_A_PAGE} frames (${most.toFixed(0)} ms) above a bare change of route`,
    isMet: above <= most,
    measured: `${above.toFixed(1)} ms above`,
  };
}

function lookUpVerdict(all: AllSamples): Verdict {
  const slow = percentile(taken(all, 'kiosk', 'lookUpMs'), 99);
  const most = MOST_OF_A_FRAME * FRAME_MS;
  return {
    aim: `look-up of candidates, p99: at most ${most.toFixed(1)} ms, a quarter of a frame`,
    isMet: slow <= most,
    measured: `${slow.toFixed(2)} ms`,
  };
}

export function verdictsOf(all: AllSamples): Verdict[] {
  return [
    ratioVerdict(all, 'keyMs', 'key to painted frame', 'hand-written', MOST_OF_HAND_WRITTEN),
    ratioVerdict(all, 'keyMs', 'key to painted frame', 'surveyjs', MOST_OF_SURVEYJS),
    ratioVerdict(all, 'heapBytes', 'heap after 60 fields', 'hand-written', MOST_OF_HAND_WRITTEN),
    ratioVerdict(all, 'heapBytes', 'heap after 60 fields', 'surveyjs', MOST_OF_SURVEYJS),
    pageVerdict(all),
    ratioVerdict(all, 'scriptBytes', 'script, gzipped', 'surveyjs', MOST_OF_SURVEYJS),
    lookUpVerdict(all),
  ];
}

/** One line of a verdict. */
export function lineOf({ aim, isMet, measured }: Verdict): string {
  return `${isMet ? 'met   ' : 'MISSED'} ${aim}: ${measured}`;
}
