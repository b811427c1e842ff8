// Answers out of a record into a draft. What the procedure would not accept from a person is not taken from a record
// either: that question is asked.
import { kinds } from '../../domain/procedure/kinds/index.ts';
import {
  answersAt,
  patternOf,
  valueAt,
  withAnswer,
  type JsonObject,
} from '../../domain/procedure/pointer.ts';
import type { Prepared } from '../../domain/procedure/prepared.ts';
import { questionsOf, type Prefill, type Question } from '../../domain/procedure/procedure.ts';
import { canonicalJson, type Json } from '../../domain/submission/canonical-json.ts';
import type { Source } from '../../domain/submission/envelope.ts';
import type { Draft } from '../sessions/draft.ts';

type Filled = Pick<Draft, 'answers' | 'sources'>;

/** The draft with what the record says, each answer with its source. What the citizen answered already stays. */
export function takeAnswers(draft: Draft, prefill: Prefill, record: Json, on: string, today: string): Draft {
  const filled = Object.entries(prefill.into).reduce<Filled>((before, [place, from]) => {
    const value = valueAt(record, from);
    if (value === undefined || valueAt(before.answers, place) !== undefined) return before;
    if (!isAcceptable(draft.prepared, place, value, today)) return before;
    const source: Source = { place, source: prefill.record, on };
    return { answers: withAnswer(before.answers, place, value), sources: [...before.sources, source] };
  }, draft);
  return { ...draft, ...filled };
}

/** The draft without what a record said: it was about somebody else, or another enterprise. */
export function dropAnswers(draft: Draft, prefill: Prefill): Draft {
  const places = Object.keys(prefill.into);
  const isOf = ({ source, place }: Source) => source === prefill.record && places.includes(place);
  const dropped = draft.sources.filter(isOf);
  return {
    ...draft,
    answers: dropped.reduce<JsonObject>(
      (answers, { place }) => withAnswer(answers, place, undefined),
      draft.answers,
    ),
    sources: draft.sources.filter((source) => !isOf(source)),
  };
}

/** Whether every answer that such a value holds is one that its question takes, as it stands. */
function isAcceptable(prepared: Prepared, place: string, value: Json, today: string): boolean {
  const pattern = patternOf(place);
  const asked = questionsOf(prepared.procedure).filter(({ at }) => isWithin(at, pattern));
  return (
    asked.length > 0 &&
    asked.every((question) =>
      answersAt({ value }, `/value${question.at.slice(pattern.length)}`).every((answer) =>
        isTaken(prepared, question, answer.value, today),
      ),
    )
  );
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

function isTaken(prepared: Prepared, question: Question, value: Json, today: string): boolean {
  const context = { question, options: prepared.optionsOf(question), people: [], today };
  const kind = kinds[question.as];
  const reading = kind.read(kind.raw(value, context), context);
  return (
    reading.problem === null &&
    reading.value !== undefined &&
    canonicalJson(reading.value) === canonicalJson(value)
  );
}
