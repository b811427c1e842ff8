// A conversation with a card reader: one question, one answer.
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { Line } from '../../printing/escpos/line.ts';
import { answerIn, COMMANDS, STATUS, type Answer, type Command } from './commands.ts';
import { createFrameEar, frame, type Heard } from './frames.ts';

/** lost: the line is gone. no-answer: it is there and says nothing. damaged: one side did not understand the other. */
export type TalkFault = 'lost' | 'no-answer' | 'damaged';

export interface Talk {
  ask(command: Command): Promise<Result<Answer, TalkFault>>;
  hangUp(): Promise<void>;
}

/** Reading takes a second at most; half an answer must not hold up everything behind it. */
const ANSWER_AT_MOST_MS: Record<Command, number> = {
  reset: 1500,
  status: 1000,
  find: 1000,
  select: 1000,
  read: 3000,
  'read-more': 1500,
};

/** A card that was found or selected is not so a second time: whether it was is unknown when the answer was damaged. */
const ONCE_ONLY: readonly Command[] = ['find', 'select'];
const ATTEMPTS = 3;

export function createTalk(line: Line, timers: Timers): Talk {
  let onFrame: (heard: Heard) => void = () => {};
  const ear = createFrameEar((heard) => onFrame(heard));
  line.onByte(ear.take);

  async function hear(command: Command): Promise<Heard | 'lost' | 'no-answer'> {
    const waited = Promise.withResolvers<Heard | 'lost' | 'no-answer'>();
    const limit = timers.after(ANSWER_AT_MOST_MS[command], () => waited.resolve('no-answer'));
    ear.forget();
    onFrame = waited.resolve;
    void line.lost.then(() => waited.resolve('lost'));
    if (!(await line.send(frame(COMMANDS[command])))) waited.resolve('lost');
    const heard = await waited.promise;
    limit.cancel();
    onFrame = () => {};
    return heard;
  }

  async function askOnce(command: Command): Promise<Result<Answer, TalkFault>> {
    const heard = await hear(command);
    if (typeof heard === 'string') return fail(heard);
    const answer = answerIn(heard.content);
    return answer === null || isComplaint(answer) ? fail('damaged') : ok(answer);
  }

  async function ask(command: Command): Promise<Result<Answer, TalkFault>> {
    let answer = await askOnce(command);
    for (let attempt = 1; attempt < ATTEMPTS && !ONCE_ONLY.includes(command); attempt += 1) {
      if (answer.ok || answer.error !== 'damaged') return answer;
      answer = await askOnce(command);
    }
    return answer;
  }

  return { ask, hangUp: () => line.hangUp() };
}

/** The reader did not understand us. */
function isComplaint({ status }: Answer): boolean {
  return status === STATUS.checkWrong || status === STATUS.lengthWrong;
}
