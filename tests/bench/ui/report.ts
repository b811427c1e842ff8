// The figures as a person reads them.
import { median, percentile } from '../statistics.ts';
import { tableOf } from '../table.ts';
import { CANDIDATES, type CandidateName } from './candidates.ts';
import type { AllSamples, FigureName, Samples } from './figures.ts';

type Measure = (values: readonly number[]) => number;
const p95: Measure = (values) => percentile(values, 95);
const p99: Measure = (values) => percentile(values, 99);

interface Row {
  words: string;
  figure: FigureName;
  measure: Measure;
  written: (value: number) => string;
}

const inMs = (value: number) => `${value.toFixed(1)} ms`;
const inFineMs = (value: number) => `${value.toFixed(2)} ms`;
const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const inKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

const ROWS: Row[] = [
  { words: 'first usable screen', figure: 'firstScreenMs', measure: median, written: inMs },
  { words: 'key to painted frame, p50', figure: 'keyMs', measure: median, written: inMs },
  { words: 'key to painted frame, p95', figure: 'keyMs', measure: p95, written: inMs },
  { words: 'of it script, mean', figure: 'keyScriptMs', measure: median, written: inFineMs },
  { words: 'page to next page, p50', figure: 'pageMs', measure: median, written: inMs },
  { words: 'page to next page, p95', figure: 'pageMs', measure: p95, written: inMs },
  { words: 'heap after 60 fields', figure: 'heapBytes', measure: median, written: inMegabytes },
  { words: 'script, gzipped', figure: 'scriptBytes', measure: median, written: inKilobytes },
];

/** The kiosk's own keyboard, which nobody else has. */
const OWN_ROWS: Row[] = [
  { words: 'tap on its keyboard to painted frame, p50', figure: 'tapMs', measure: median, written: inMs },
  { words: 'tap on its keyboard to painted frame, p95', figure: 'tapMs', measure: p95, written: inMs },
  { words: 'look-up of candidates, p50', figure: 'lookUpMs', measure: median, written: inFineMs },
  { words: 'look-up of candidates, p99', figure: 'lookUpMs', measure: p99, written: inFineMs },
  {
    words: 'look-up, sounds alike taken for same, p99',
    figure: 'fuzzyLookUpMs',
    measure: p99,
    written: inFineMs,
  },
  {
    words: 'heap with the keyboard open',
    figure: 'keyboardHeapBytes',
    measure: median,
    written: inMegabytes,
  },
  { words: 'its table, gzipped', figure: 'keyboardScriptBytes', measure: median, written: inKilobytes },
];

function cellOf(samples: Samples, { figure, measure, written }: Row): string {
  const values = samples[figure];
  return values === undefined || values.length === 0 ? '–' : written(measure(values));
}

/** How many times as much the kiosk needs as somebody else. */
function ratioTo(peer: CandidateName, all: AllSamples, { figure, measure }: Row): string {
  const [own, other] = [all.kiosk[figure], all[peer][figure]];
  if (own === undefined || other === undefined) return '–';
  return `${(measure(own) / measure(other)).toFixed(2)} ×`;
}

export function reportOf(all: AllSamples): string[] {
  const head = ['', ...CANDIDATES, 'kiosk/hand', 'kiosk/survey'];
  const rows = ROWS.map((row) => [
    row.words,
    ...CANDIDATES.map((name) => cellOf(all[name], row)),
    ratioTo('hand-written', all, row),
    ratioTo('surveyjs', all, row),
  ]);
  const own = OWN_ROWS.map((row) => [row.words, cellOf(all.kiosk, row)]);
  return [...tableOf(head, rows), '', ...tableOf(['of the kiosk alone', ''], own)];
}
