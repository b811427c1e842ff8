// What the answers to DLE EOT say. Each is one byte, with bits 1 and 4 set and bits 0 and 7 not.
import type { PrinterTrouble } from '../printer.ts';
import type { Question } from './commands.ts';

export type Answers = Record<Question, number>;

export interface Status {
  isOffline: boolean;
  /** Why it cannot print; null where it can, or where it is off the line for a moment or by its button. */
  cause: Extract<PrinterTrouble, 'out-of-paper' | 'cover-open' | 'jam' | 'printer-error'> | null;
  isPaperLow: boolean;
}

export function statusOf(answers: Answers): Status {
  return {
    isOffline: hasBit(answers[1], 3),
    cause: causeOf(answers),
    isPaperLow: hasBit(answers[4], 2) || hasBit(answers[4], 3),
  };
}

/** An open cover lifts the paper off its sensor: it is asked first. */
function causeOf(answers: Answers): Status['cause'] {
  if (hasBit(answers[2], 2)) return 'cover-open';
  if (hasBit(answers[2], 5) || hasBit(answers[4], 5) || hasBit(answers[4], 6)) return 'out-of-paper';
  // The knife is where paper jams.
  if (hasBit(answers[3], 3)) return 'jam';
  // Bit 6, an error that ends by itself (a hot print head), is waited for.
  if (hasBit(answers[3], 2) || hasBit(answers[3], 5)) return 'printer-error';
  return null;
}

function hasBit(byte: number, bit: number): boolean {
  return (byte & (1 << bit)) !== 0;
}

/** Whether a byte from the printer answers DLE EOT. */
export function isRealTimeAnswer(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010;
}

/** Whether a byte from the printer answers GS r: bits 4 and 7 are not set; the others speak of the paper. */
export function isMarkAnswer(byte: number): boolean {
  return (byte & 0b1001_0000) === 0;
}
