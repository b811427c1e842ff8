// Sticks that people bring. What is on one is a stranger's: names are shown and contents are read, nothing is ever opened,
// started or written there.
import type { Message } from '../../../domain/message.ts';
import type { Result } from '../../../domain/result.ts';

export interface MediaFile {
  /** Names it as long as it lies there unchanged; nothing of its path can be read from it. */
  id: string;
  name: string;
  /** Where it lies: the stick, and its folders there. */
  folder: string;
  bytes: number;
}

export interface Listing {
  /** How many sticks are there. */
  sticks: number;
  /** By folder, then by name. */
  files: MediaFile[];
  /** There are more than a person looks through. */
  isCut: boolean;
}

export interface RemovableMedia {
  /** What could be handed in, as of now. */
  list(): Promise<Listing>;
  /** All of a file that was listed; or why it cannot be had. */
  read(id: string): Promise<Result<Buffer, Message>>;
  /** Tells that a stick came or went, until it is stopped. */
  watch(onChange: () => void): { stop(): void };
}

export const NO_MEDIA: Listing = { sticks: 0, files: [], isCut: false };
