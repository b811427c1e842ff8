import type { Knex } from 'knex';

export type QuestionEvent = 'shown' | 'wrong' | 'back' | 'left';

export interface QuestionCount {
  day: string;
  procedure: string;
  version: string;
  /** Its place in the procedure, with `*` for items. */
  question: string;
  event: QuestionEvent;
  count: number;
}

/** How often each question was shown, answered wrongly, left backwards or for good. Counts only, never answers. */
export function questionCountStore(db: Knex) {
  return {
    async add(counts: readonly Omit<QuestionCount, 'count'>[]): Promise<void> {
      for (const count of counts) {
        await db('question_counts')
          .insert({ ...count, count: 1 })
          .onConflict(['day', 'procedure', 'version', 'question', 'event'])
          .merge({ count: db.raw('question_counts.count + 1') });
      }
    },

    async all(): Promise<QuestionCount[]> {
      return db<QuestionCount>('question_counts').orderBy(['day', 'procedure', 'question', 'event']);
    },
  };
}
export type QuestionCountStore = ReturnType<typeof questionCountStore>;
