// How people get on with the questions: counts of shown, wrong, back and left. Never an answer, never a person. Losing
// a count is better than holding up a citizen, so nothing waits for it and a failure is only logged.
import { patternOf } from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { dayInCity, type Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { QuestionCount, QuestionEvent } from '../store/question-counts.ts';
import type { Store } from '../store/store.ts';

export interface QuestionCounter {
  note(prepared: Prepared, event: QuestionEvent, places: string[]): void;
  /** Waits until what was noted is put down. */
  flush(): Promise<void>;
}

export function createQuestionCounter(store: Store, clock: Clock, log: Log): QuestionCounter {
  let writing: Promise<void> = Promise.resolve();

  async function put(counts: Omit<QuestionCount, 'count'>[]): Promise<void> {
    try {
      await store.transaction((stores) => stores.questionCounts.add(counts));
    } catch (error) {
      log.unexpected('question counts not kept', error);
    }
  }

  return {
    note({ procedure }, event, places) {
      const questions = [...new Set(places.map(patternOf))];
      if (questions.length === 0) return;
      const day = dayInCity(clock.now());
      const counts = questions.map((question) => ({
        day,
        procedure: procedure.id,
        version: procedure.version,
        question,
        event,
      }));
      writing = writing.then(() => put(counts));
    },
    flush: () => writing,
  };
}
