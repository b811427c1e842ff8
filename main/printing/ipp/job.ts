// What became of a job, from what the printer says of it (RFC 8011 §5.3.7 and §5.3.8).
import { faultFor, type PrintFault, type PrinterTrouble } from '../printer.ts';
import { numberOf, wordOf, wordsOf, type Attributes } from './message.ts';

export const JOB_ATTRIBUTES = [
  'job-state',
  'job-state-reasons',
  'job-impressions-completed',
  'job-media-sheets-completed',
];

export type JobEnd = 'completed' | 'aborted' | 'canceled';

/** Null as long as the printer works on it, waits, or stands still over it. */
export function endOf(job: Attributes): JobEnd | null {
  const state = wordOf(job['job-state']);
  return state === 'completed' || state === 'aborted' || state === 'canceled' ? state : null;
}

/** Whether it goes on no further, for now or for good. */
export function isStandingStill(job: Attributes): boolean {
  const state = wordOf(job['job-state']);
  return state === 'processing-stopped' || state === 'aborted';
}

/** Why an ended job brought no whole sheet; null when it did. `stopped`: what the printer itself says is wrong with it. */
export function faultAfter(end: JobEnd, job: Attributes, stopped: PrinterTrouble | null): PrintFault | null {
  const reasons = wordsOf(job['job-state-reasons']);
  if (end === 'completed') {
    return reasons.includes('job-completed-with-errors') ? { state: 'unknown', code: 'printer-error' } : null;
  }
  const code = stopped ?? codeFor(end, reasons);
  // Some of it lies there; and what a person took out of the queue is not for us to send again.
  return hasPaper(job) || code === 'cancelled' ? { state: 'unknown', code } : faultFor(code);
}

function codeFor(end: Exclude<JobEnd, 'completed'>, reasons: string[]): PrinterTrouble {
  if (
    reasons.some((reason) =>
      /^(document-format|unsupported-|document-access|cannot-|document-un)/.test(reason),
    )
  )
    return 'refused';
  return end === 'canceled' ? 'cancelled' : 'printer-error';
}

function hasPaper(job: Attributes): boolean {
  const counts = [job['job-impressions-completed'], job['job-media-sheets-completed']].map(numberOf);
  return counts.some((count) => count !== null && count > 0);
}

/** Why a printer did not even take the job. */
export function faultForStatus(status: string): PrintFault {
  switch (status) {
    case 'server-error-busy':
    case 'server-error-not-accepting-jobs':
      return faultFor('busy');
    case 'server-error-temporary-error':
    case 'client-error-request-entity-too-large':
      return faultFor('no-space');
    case 'server-error-device-error':
    case 'server-error-internal-error':
      return faultFor('printer-error');
    default:
      return faultFor('refused');
  }
}
