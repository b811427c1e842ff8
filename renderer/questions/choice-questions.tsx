import type { QuestionView } from '../../domain/contract/views.ts';
import { Choices, Tick, TickChoices, type ChoiceRow } from '../../ui/choices.tsx';
import { placeId } from '../frame/problems.tsx';
import { useText } from '../text/use-text.ts';
import { asList, asString, useAnswer, type Asked } from './use-answer.ts';
import { useLabel, useTakeBack } from './words.tsx';

function useRows(options: QuestionView['options']): ChoiceRow[] {
  const say = useText();
  return options.map(({ value, label, note }) => ({
    value,
    label: say(label),
    note: note === null ? null : say(note),
  }));
}

function useHead({ question, isOnly, problem }: Asked) {
  const say = useText();
  return {
    id: placeId(question.at),
    label: useLabel(question),
    isLabelUnseen: isOnly,
    hint: question.hint === null ? null : say(question.hint),
    problem,
  };
}

export function ChoiceQuestion(asked: Asked) {
  const [value, setValue] = useAnswer(asked);
  const rows = useRows(asked.question.options);
  return (
    <Choices
      {...useHead(asked)}
      rows={rows}
      value={asString(value)}
      onChange={setValue}
      takeBack={useTakeBack(asked.question)}
    />
  );
}

export function ChoicesQuestion(asked: Asked) {
  const [value, setValue] = useAnswer(asked);
  const rows = useRows(asked.question.options);
  return <TickChoices {...useHead(asked)} rows={rows} value={asList(value)} onChange={setValue} />;
}

/** Some of the people already entered. */
export function PeopleQuestion(asked: Asked) {
  const [value, setValue] = useAnswer(asked);
  const rows = asked.question.people.map(({ at, name, masked }) => ({
    value: at,
    label: name,
    note: masked,
  }));
  return <TickChoices {...useHead(asked)} rows={rows} value={asList(value)} onChange={setValue} />;
}

export function TickQuestion(asked: Asked) {
  const [value, setValue] = useAnswer(asked);
  const { id, label, hint, problem } = useHead(asked);
  return (
    <Tick
      id={id}
      isTicked={value === 'yes'}
      onChange={(isTicked) => setValue(isTicked ? 'yes' : '')}
      problem={problem}
    >
      <span className="choice__words">
        <strong>{label}</strong>
        {hint === null ? null : <small>{hint}</small>}
      </span>
    </Tick>
  );
}
