// What a printer says of itself in `printer-state-reasons` (RFC 8011 §5.4.12), in our words.
import { CANNOT_TELL, notReady, READY, type PrinterReport, type PrinterTrouble } from '../printer.ts';
import { wordOf, wordsOf, type Attributes } from './message.ts';

/** The words for what stops a printer, without their severity. The first that is there is told. */
const TROUBLES: [string, PrinterTrouble][] = [
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
  ['input-tray-missing', 'cover-open'],
  ['media-jam', 'jam'],
  ['media-empty', 'out-of-paper'],
  ['media-needed', 'out-of-paper'],
  ['spool-area-full', 'no-space'],
  ['marker-supply-empty', 'printer-error'],
  ['toner-empty', 'printer-error'],
  ['fuser-over-temp', 'printer-error'],
  ['output-area-full', 'printer-error'],
  ['connecting-to-device', 'not-connected'],
  ['timed-out', 'not-connected'],
  ['offline', 'not-connected'],
  ['shutdown', 'not-connected'],
  ['paused', 'offline'],
  ['moving-to-paused', 'offline'],
];

/**
 * Why it prints nothing; null when no reason stops it. '-report' and '-warning' stop nothing as long as it prints: another
 * tray has paper. Of a printer or a job that stands still they are the explanation.
 */
export function troubleOf(printer: Attributes, standsStill: boolean): PrinterTrouble | null {
  const stopping = wordsOf(printer['printer-state-reasons'])
    .filter((reason) => standsStill || !/-(report|warning)$/.test(reason))
    .map((reason) => reason.replace(/-(error|report|warning)$/, ''));
  return TROUBLES.find(([reason]) => stopping.includes(reason))?.[1] ?? null;
}

export function reportOf(printer: Attributes): PrinterReport {
  const state = wordOf(printer['printer-state']);
  const trouble = troubleOf(printer, state === 'stopped');
  if (trouble !== null) return notReady(trouble);
  if (state === 'stopped' || printer['printer-is-accepting-jobs'] === false) return notReady('offline');
  return state === '' ? CANNOT_TELL : { ...READY, isPaperLow: isPaperLow(printer) };
}

function isPaperLow(printer: Attributes): boolean {
  return wordsOf(printer['printer-state-reasons']).some((reason) => /^media-(low|empty)/.test(reason));
}
