import type { KnownPerson, QuestionContext } from '../../domain/procedure/kinds/kind.ts';
import type { Question } from '../../domain/procedure/procedure.ts';
import { question, told } from './procedure.ts';

export const TODAY = '2026-11-24';

/** What a kind of question may look at; options and people by their values and places. */
export function asked(
  as: Question['as'],
  more: Partial<Question> = {},
  people: readonly KnownPerson[] = [],
): QuestionContext {
  const asking = question('/here', as, more);
  return { question: asking, options: asking.options ?? [], people, today: TODAY };
}

export function options(...values: string[]) {
  return values.map((value) => ({ value, label: told(`标签${value}`, `Label ${value}`) }));
}
