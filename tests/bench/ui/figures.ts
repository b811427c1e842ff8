import { CANDIDATES, type CandidateName } from './candidates.ts';

/** What is measured of every candidate; the kiosk's own keyboard and its look-up, of the kiosk alone. */
export const FIGURES = [
  'firstScreenMs',
  'keyMs',
  'keyScriptMs',
  'pageMs',
  'heapBytes',
  'scriptBytes',
  'tapMs',
  'keyboardHeapBytes',
  'keyboardScriptBytes',
  'lookUpMs',
  'fuzzyLookUpMs',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** Everything one candidate was measured at, repetition after repetition. */
export type Samples = Partial<Record<FigureName, number[]>>;
export type AllSamples = Record<CandidateName, Samples>;

export function noSamples(): AllSamples {
  return Object.fromEntries(CANDIDATES.map((name) => [name, {}])) as AllSamples;
}

/** Adds what a repetition brought. */
export function addTo(all: AllSamples, name: CandidateName, more: Samples): void {
  const own = all[name];
  for (const figure of FIGURES) {
    const taken = more[figure];
    if (taken !== undefined) own[figure] = [...(own[figure] ?? []), ...taken];
  }
}
