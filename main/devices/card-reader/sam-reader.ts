// A card reader with the Ministry's module, over any line that carries bytes. It looks for a card, reads it once, and then
// only asks whether it still lies there.
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { Timers } from '../../../lib/clock.ts';
import type { Carrier } from '../../printing/escpos/line.ts';
import type { PrinterTrouble } from '../../printing/printer.ts';
import type { CardReader, ReaderState } from './card-reader.ts';
import { STATUS } from './commands.ts';
import { createTalk, type Talk, type TalkFault } from './talk.ts';
import { watchCards } from './watch.ts';

export interface SamReaderParts {
  carrier: Carrier;
  timers: Timers;
}

export function createSamReader({ carrier, timers }: SamReaderParts): CardReader {
  const open = () => openTalk(carrier, timers);
  // A second line beside the first would take half of the answers.
  let watched: Promise<ReaderState> | null = null;

  async function ask(): Promise<ReaderState> {
    const opened = await open();
    if (!opened.ok) return opened.error;
    await opened.value.hangUp();
    return 'ready';
  }

  return {
    status: () => watched ?? ask(),
    watch(hear) {
      const first = Promise.withResolvers<ReaderState>();
      watched = first.promise;
      const watching = watchCards({
        open,
        timers,
        hear(news) {
          if (news.news === 'reader') {
            first.resolve(news.state);
            watched = Promise.resolve(news.state);
          }
          hear(news);
        },
      });
      return {
        async stop() {
          await watching.stop();
          first.resolve('no-answer');
          watched = null;
        },
      };
    },
  };
}

const OPEN_FAULTS: Partial<Record<PrinterTrouble, ReaderState>> = {
  'not-writable': 'not-allowed',
  busy: 'no-answer',
};

const TALK_FAULTS: Record<TalkFault, ReaderState> = {
  lost: 'not-connected',
  'no-answer': 'no-answer',
  damaged: 'no-answer',
};

/** A line to a reader that says it is well; or how it is. */
async function openTalk(carrier: Carrier, timers: Timers): Promise<Result<Talk, ReaderState>> {
  const opened = await carrier.open();
  if (!opened.ok) return fail(OPEN_FAULTS[opened.error] ?? 'not-connected');
  const talk = createTalk(opened.value, timers);
  const state = await stateOf(talk);
  if (state === 'ready') return ok(talk);
  await talk.hangUp();
  return fail(state);
}

async function stateOf(talk: Talk): Promise<ReaderState> {
  const answer = await talk.ask('status');
  if (!answer.ok) return TALK_FAULTS[answer.error];
  if (answer.value.status === STATUS.done) return 'ready';
  return answer.value.status === STATUS.notAuthorised ? 'not-authorised' : 'self-test-failed';
}
