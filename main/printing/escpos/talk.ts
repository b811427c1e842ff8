// A conversation with a receipt printer: questions it answers at once, and marks it answers in their turn.
import type { Timers } from '../../../lib/clock.ts';
import { asking, MARK, type Question } from './commands.ts';
import type { Line } from './line.ts';
import { isMarkAnswer, isRealTimeAnswer, statusOf, type Status } from './status.ts';

/** A printer answers in milliseconds, also while it prints; on a bad network in seconds. */
export const ANSWER_AT_MOST_MS = 3000;

export type News = 'mark-answered' | 'lost' | 'time-up';

export interface Talk {
  /** False when the line is lost. */
  send(bytes: Uint8Array): Promise<boolean>;
  /** Sends bytes with a mark behind them. */
  sendMarked(bytes: Uint8Array): Promise<boolean>;
  /** Bytes of which the printer has not said that they are worked off. */
  unanswered(): number;
  /** Waits for the next answer to a mark, but no longer than that. At once when nothing is unanswered. */
  nextMark(atMostMs: number): Promise<News>;
  /** How the printer is now; null when it does not answer. */
  status(): Promise<Status | null>;
  hangUp(): Promise<void>;
}

export function createTalk(line: Line, timers: Timers): Talk {
  /** Sizes of what was sent with a mark, in order. */
  const marked: number[] = [];
  let onAnswer: (byte: number) => void = () => {};
  let onMark: () => void = () => {};
  let isLost = false;
  void line.lost.then(() => (isLost = true));

  line.onByte((byte) => {
    if (isRealTimeAnswer(byte)) return onAnswer(byte);
    if (!isMarkAnswer(byte) || marked.length === 0) return;
    marked.shift();
    onMark();
  });

  /** What comes first: the one thing waited for (null when the line is lost), or the end of patience. */
  async function within<T, L>(
    atMostMs: number,
    wait: (heard: (value: T) => void) => void,
    late: L,
  ): Promise<T | L | null> {
    const waited = Promise.withResolvers<T | L | null>();
    const limit = timers.after(atMostMs, () => waited.resolve(late));
    void line.lost.then(() => waited.resolve(null));
    wait(waited.resolve);
    const heard = await waited.promise;
    limit.cancel();
    return heard;
  }

  async function ask(question: Question): Promise<number | null> {
    return within<number, null>(
      ANSWER_AT_MOST_MS,
      (heard) => {
        onAnswer = heard;
        void line.send(asking(question));
      },
      null,
    );
  }

  return {
    send: (bytes) => line.send(bytes),
    sendMarked(bytes) {
      marked.push(bytes.length + MARK.length);
      return line.send(Buffer.concat([bytes, MARK]));
    },
    unanswered: () => marked.reduce((sum, size) => sum + size, 0),
    async nextMark(atMostMs) {
      if (marked.length === 0) return 'mark-answered';
      if (isLost) return 'lost';
      const wait = (heard: (news: News) => void) => (onMark = () => heard('mark-answered'));
      return (await within<News, News>(atMostMs, wait, 'time-up')) ?? 'lost';
    },
    async status() {
      const printer = await ask(1);
      const offline = printer === null ? null : await ask(2);
      const error = offline === null ? null : await ask(3);
      const paper = error === null ? null : await ask(4);
      if (printer === null || offline === null || error === null || paper === null) return null;
      return statusOf({ 1: printer, 2: offline, 3: error, 4: paper });
    },
    hangUp: () => line.hangUp(),
  };
}
