import { Choices } from '../../ui/choices.tsx';
import { Field, Wrong } from '../../ui/field.tsx';
import { roomFor } from '../../ui/room-for.ts';
import { placeId } from '../frame/problems.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { asParts, useAnswer, useCheckWhileTyping, useLiveCheck, type Asked } from './use-answer.ts';
import { SuggestField } from './suggest-field.tsx';
import { Suggestions } from './suggestions.tsx';
import { Warnings } from './words.tsx';

/** The kiosk says what is longer. */
const LONGEST_PART = 40;

const ORDERS = [
  { value: 'division-first', label: texts.nameOrderFirst },
  { value: 'division-in-brackets', label: texts.nameOrderBrackets },
] as const;

/** A name in its four parts; the whole of it and every doubt are said while it is typed. */
export function EnterpriseNameQuestion(asked: Asked) {
  const { question, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const { checked, check } = useLiveCheck(asked);
  const say = useText();
  const offered = question.nameParts ?? { divisions: [], industries: [], forms: [] };
  const parts: Record<string, string> = {
    division: offered.divisions[0] ?? '',
    form: offered.forms[0] ?? '',
    order: 'division-first',
    ...asParts(value),
  };
  useCheckWhileTyping(parts, check);
  const set = (name: string) => (typed: string) => setValue({ ...parts, [name]: typed });
  const id = placeId(question.at);
  const part = (name: string) => ({ id: `${id}-${name}`, value: parts[name] ?? '', onChange: set(name) });
  const live = checked.problem === null ? null : say(checked.problem.text);

  return (
    <fieldset id={id} className={`field ${problem === null ? '' : 'field--wrong'}`}>
      <legend className="unseen">{say(question.label)}</legend>
      <Wrong problem={problem} />
      <div className="parts">
        <SuggestField {...part('division')} label={say(texts.nameDivision)} words={offered.divisions} />
        <Field
          {...part('tradeName')}
          label={say(texts.nameTrade)}
          keyboard="chinese"
          maxLength={roomFor(LONGEST_PART)}
        />
        <SuggestField {...part('industry')} label={say(texts.nameIndustry)} words={offered.industries} />
        <SuggestField {...part('form')} label={say(texts.nameForm)} words={offered.forms} />
      </div>
      <Choices
        id={`${id}-order`}
        label={say(texts.nameOrder)}
        isLabelUnseen={false}
        hint={null}
        problem={null}
        rows={ORDERS.map(({ value: order, label }) => ({ value: order, label: say(label), note: null }))}
        value={parts['order'] ?? ''}
        onChange={set('order')}
      />
      <p className="reads reads--name" aria-live="polite">
        {checked.reads === null
          ? problem === null
            ? (live ?? '')
            : ''
          : `${say(texts.nameReads)}: ${say(checked.reads)}`}
      </p>
      <Suggestions suggestions={question.suggestions} onTake={setValue} />
      <Warnings warnings={checked.warnings} />
    </fieldset>
  );
}
