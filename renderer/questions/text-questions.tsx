import { Field, type FieldProps } from '../../ui/field.tsx';
import { roomFor } from '../../ui/room-for.ts';
import { placeId } from '../frame/problems.tsx';
import { useText } from '../text/use-text.ts';
import { groupedId, groupedMobile } from './grouped.ts';
import { Suggestions } from './suggestions.tsx';
import { asString, useAnswer, useCheckWhileTyping, useLiveCheck, type Asked } from './use-answer.ts';
import { useLabel, Warnings } from './words.tsx';

const SHAPES: Record<string, Pick<FieldProps, 'keys' | 'keyboard' | 'grouped' | 'maxLength' | 'width'>> = {
  'person-name': { keyboard: 'name' },
  'resident-id': { keyboard: 'identity', grouped: groupedId, maxLength: 30 },
  'credit-code': { keyboard: 'credit-code', maxLength: 30 },
  mobile: { keys: 'tel', grouped: groupedMobile, maxLength: 24 },
  number: { keys: 'numeric', maxLength: 12, width: 'short' },
};

/** A line that must be something is typed in with its own keys. */
const CHECKED: Record<string, Pick<FieldProps, 'keys' | 'keyboard'>> = {
  postcode: { keys: 'numeric' },
  phone: { keys: 'tel' },
  email: { keyboard: 'latin' },
};

/** One line of text, an identifier, or a whole number. Checked when the typing pauses; wrong only once it is sent. */
export function TextQuestion(asked: Asked) {
  const { question, isOnly, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const { checked, check } = useLiveCheck(asked);
  useCheckWhileTyping(value, check);
  const label = useLabel(question);
  const say = useText();
  const longest = question.as === 'text' && question.max !== null ? roomFor(question.max) : undefined;
  return (
    <Field
      id={placeId(question.at)}
      label={label}
      isLabelUnseen={isOnly && question.hint === null && question.as === 'text'}
      hint={question.hint === null ? null : say(question.hint)}
      value={asString(value)}
      onChange={setValue}
      problem={problem}
      {...(longest === undefined ? {} : { maxLength: longest })}
      unit={question.unit === null ? null : say(question.unit)}
      {...SHAPES[question.as]}
      {...CHECKED[question.check ?? '']}
    >
      <Suggestions suggestions={question.suggestions} onTake={setValue} />
      <Warnings warnings={checked.warnings} />
    </Field>
  );
}

/** An amount with its fixed unit, said in words beneath as it is typed. */
export function MoneyQuestion(asked: Asked) {
  const { question, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const { checked, check } = useLiveCheck(asked);
  useCheckWhileTyping(value, check);
  const label = useLabel(question);
  const say = useText();
  return (
    <Field
      id={placeId(question.at)}
      label={label}
      hint={question.hint === null ? null : say(question.hint)}
      value={asString(value)}
      onChange={setValue}
      problem={problem}
      keys="decimal"
      maxLength={40}
      unit={question.unit === null ? null : say(question.unit)}
    >
      <Suggestions suggestions={question.suggestions} onTake={setValue} />
      <p className="reads num" aria-live="polite">
        {checked.reads === null ? '' : say(checked.reads)}
      </p>
      <Warnings warnings={checked.warnings} />
    </Field>
  );
}
