import type { QuestionView } from '../../domain/contract/views.ts';
import { Choices } from '../../ui/choices.tsx';
import { Field, Wrong } from '../../ui/field.tsx';
import { roomFor } from '../../ui/room-for.ts';
import { placeId } from '../frame/problems.tsx';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { groupedId, groupedMobile } from './grouped.ts';
import { asParts, useAnswer, useCheckWhileTyping, useLiveCheck, type Asked } from './use-answer.ts';
import { useLabel, useTakeBack, Warnings } from './words.tsx';

const NEW = 'new';
/** The kiosk says what is longer. */
const LONGEST_NAME = 50;

type Parts = Record<string, string>;

/** Which row is chosen: a known person's place, somebody new, or none yet. */
function chosenOf(parts: Parts, { people }: QuestionView): string {
  if (parts['known'] !== undefined && parts['known'] !== '') return parts['known'];
  const isTyped = parts['isNew'] === 'yes' || (parts['name'] ?? '') !== '';
  if (!isTyped) return people.length === 0 ? NEW : '';
  // An answer the kiosk kept is a person; a known one shows as the row it came from.
  const known = people.find(({ name }) => name === parts['name'] && parts['isNew'] !== 'yes');
  return known?.at ?? NEW;
}

function answerOf(row: string): Parts {
  if (row === '') return {};
  return row === NEW ? { isNew: 'yes' } : { known: row };
}

function NewPerson({
  asked,
  parts,
  onChange,
}: {
  asked: Asked;
  parts: Parts;
  onChange: (parts: Parts) => void;
}) {
  const say = useText();
  const id = placeId(asked.question.at);
  const part = (name: string) => ({
    id: `${id}-${name}`,
    value: parts[name] ?? '',
    onChange: (value: string) => onChange({ ...parts, [name]: value }),
  });
  return (
    <div className="person">
      <Field
        {...part('name')}
        label={say(texts.personName)}
        keyboard="name"
        maxLength={roomFor(LONGEST_NAME)}
      />
      <Field
        {...part('residentId')}
        label={say(texts.personId)}
        grouped={groupedId}
        keyboard="identity"
        maxLength={30}
      />
      <Field
        {...part('mobile')}
        label={say(texts.personMobile)}
        grouped={groupedMobile}
        keys="tel"
        maxLength={24}
      />
    </div>
  );
}

/** Somebody already entered, by one press, or somebody new. */
export function PersonQuestion(asked: Asked) {
  const { question, isOnly, problem } = asked;
  const [value, setValue] = useAnswer(asked);
  const { checked, check } = useLiveCheck(asked);
  const parts = asParts(value);
  useCheckWhileTyping(value, check);
  const label = useLabel(question);
  const takeBack = useTakeBack(question);
  const say = useText();
  const chosen = chosenOf(parts, question);
  const known = question.people.map(({ at, name, masked }) => ({ value: at, label: name, note: masked }));
  const other = { value: NEW, label: say(texts.somebodyElse), note: say(texts.somebodyElseNote) };
  const rows = question.others ? [...known, other] : known;
  const hint = question.hint === null ? null : say(question.hint);

  if (question.people.length === 0) {
    return (
      <fieldset id={placeId(question.at)} className={`field ${problem === null ? '' : 'field--wrong'}`}>
        <legend className={isOnly ? 'unseen' : 'field__label'}>{label}</legend>
        {hint === null ? null : <p className="field__hint">{hint}</p>}
        <Wrong problem={problem} />
        <NewPerson asked={asked} parts={parts} onChange={setValue} />
        <Warnings warnings={checked.warnings} />
      </fieldset>
    );
  }
  return (
    <>
      <Choices
        id={placeId(question.at)}
        label={label}
        isLabelUnseen={isOnly}
        hint={hint}
        problem={problem}
        rows={rows}
        value={chosen}
        onChange={(row) => setValue(answerOf(row))}
        takeBack={takeBack}
      />
      {chosen === NEW ? <NewPerson asked={asked} parts={parts} onChange={setValue} /> : null}
      <Warnings warnings={checked.warnings} />
    </>
  );
}
