import { Field, Wrong } from '../../ui/field.tsx';
import { placeId } from '../frame/problems.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Suggestions } from './suggestions.tsx';
import { asParts, useAnswer, type Asked } from './use-answer.ts';
import { useLabel } from './words.tsx';

const PARTS = [
  ['year', texts.year, 4],
  ['month', texts.month, 2],
  ['day', texts.day, 2],
] as const;

/** A date by year, month and day; never a calendar. */
export function DateQuestion(asked: Asked) {
  const { question, isOnly, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const label = useLabel(question);
  const say = useText();
  const parts = asParts(value);
  return (
    <fieldset id={placeId(question.at)} className={`field ${problem === null ? '' : 'field--wrong'}`}>
      <legend className={isOnly ? 'unseen' : 'field__label'}>{label}</legend>
      {question.hint === null ? null : <p className="field__hint">{say(question.hint)}</p>}
      <Wrong problem={problem} />
      <div className="date">
        {PARTS.map(([part, words, digits]) => (
          <Field
            key={part}
            id={`${placeId(question.at)}-${part}`}
            label={say(words)}
            value={parts[part] ?? ''}
            onChange={(typed) => setValue({ ...parts, [part]: typed })}
            keys="numeric"
            maxLength={digits + 2}
          />
        ))}
      </div>
      <Suggestions suggestions={question.suggestions} onTake={setValue} />
    </fieldset>
  );
}
