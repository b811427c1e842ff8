// What stands in a field before anybody has typed, and what can be put there with one press.
import { addYears, showDay } from '../../../domain/calendar-day.ts';
import type { RawAnswer } from '../../../domain/contract/answers.ts';
import { text } from '../../../domain/contract/text.ts';
import type { QuestionView } from '../../../domain/contract/views.ts';
import { kinds } from '../../../domain/procedure/kinds/index.ts';
import type { QuestionContext } from '../../../domain/procedure/kinds/kind.ts';
import type { AskedQuestion } from '../../../domain/procedure/pages.ts';
import type { Json } from '../../../domain/submission/canonical-json.ts';

type Suggestion = QuestionView['suggestions'][number];

/** What most people answer, as the field has it; null where this citizen cannot answer it. */
export function usualOf({ context }: AskedQuestion): RawAnswer {
  const { usual } = context.question;
  return usual === undefined ? null : offered(usual as Json, context);
}

/** First the day so many years from now, then the others in their order. */
export function suggestionsOf({ context }: AskedQuestion): Suggestion[] {
  const { as, suggest = [], suggestYears } = context.question;
  const years = suggestYears === undefined ? [] : [inYears(suggestYears, context)];
  const others = suggest.flatMap((value): Suggestion[] => {
    const raw = offered(value as Json, context);
    return raw === null ? [] : [{ label: kinds[as].show(value as Json, context), value: raw }];
  });
  return [...years, ...others];
}

/** An answer may be offered to some citizens only: an option can be hidden. */
function offered(value: Json, context: QuestionContext): RawAnswer {
  const kind = kinds[context.question.as];
  const raw = kind.raw(value, context);
  return kind.read(raw, context).value === undefined ? null : raw;
}

function inYears(years: number, context: QuestionContext): Suggestion {
  const day = addYears(context.today, years);
  const shown = showDay(day);
  return {
    label: text(`${years} 年后：${shown['zh-CN']}`, `${shown.en}, ${years} years from today`),
    value: kinds.date.raw(day, context),
  };
}
