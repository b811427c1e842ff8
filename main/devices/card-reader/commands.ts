// What is asked of a card reader, and what its status words say.

export type Command = 'reset' | 'status' | 'find' | 'select' | 'read' | 'read-more';

/** Command and parameter. */
export const COMMANDS: Record<Command, readonly [number, number]> = {
  /** As if it were switched off and on: a card that lies there can be found again. */
  reset: [0x10, 0xff],
  status: [0x11, 0xff],
  find: [0x20, 0x01],
  select: [0x20, 0x02],
  /** Text and photo. */
  read: [0x30, 0x01],
  /** Later addresses. Asked only to learn whether the card still lies there: readers have no question for that. */
  'read-more': [0x30, 0x03],
};

/** SW3, the reader's own status; SW1 and SW2 are the card's and are no help to anybody here. */
export const STATUS = {
  done: 0x90,
  found: 0x9f,
  checkWrong: 0x10,
  lengthWrong: 0x11,
  commandWrong: 0x21,
  /** The card does not take the reader for genuine, or the reader not the card. */
  cardDistrusts: 0x31,
  readerDistrusts: 0x32,
  contentWrong: 0x33,
  strangeCard: 0x40,
  readFailed: 0x41,
  selfTestFailed: 0x60,
  notAuthorised: 0x66,
  notFound: 0x80,
  notSelected: 0x81,
  /** The card is there and has no such part. */
  noSuchPart: 0x91,
} as const;

export interface Answer {
  status: number;
  data: Buffer;
}

/** SW1 SW2 SW3 and what follows; null where there are not even those. */
export function answerIn(content: Buffer): Answer | null {
  const status = content[2];
  return status === undefined ? null : { status, data: content.subarray(3) };
}

/** The text block in the data of an answer to `read`: two lengths, then text, then the photo, which nobody looks at. */
export function textBlockIn(data: Buffer): Buffer | null {
  if (data.length < 4) return null;
  const length = data.readUInt16BE(0);
  const start = 4;
  return data.length < start + length ? null : Buffer.from(data.subarray(start, start + length));
}
