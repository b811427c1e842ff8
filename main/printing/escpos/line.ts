// How bytes reach a receipt printer and come back.
import type { Result } from '../../../domain/result.ts';
import type { PrinterTrouble } from '../printer.ts';

/** An open line to one printer. */
export interface Line {
  /** Settles when the bytes are on their way, which takes as long as the printer wants; false when the line is lost. */
  send(bytes: Uint8Array): Promise<boolean>;
  /** Hears every byte the printer says. */
  onByte(listener: (byte: number) => void): void;
  /** Settles when the line is lost or was hung up. */
  lost: Promise<void>;
  /** Sends what was given to it, as long as that takes no more than a moment, and closes. */
  hangUp(): Promise<void>;
}

/** Where a printer is connected. */
export interface Carrier {
  open(): Promise<Result<Line, PrinterTrouble>>;
}

/** A printer that is on answers within milliseconds; a switched-off one lets everybody wait. */
export const CONNECT_AT_MOST_MS = 5000;

/** What was sent last may still lie in between. */
export const HANG_UP_AT_MOST_MS = 1000;
