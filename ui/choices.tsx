import { useRef, type ReactNode } from 'react';
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup } from 'react-aria-components';
import { Button } from './button.tsx';
import { Wrong } from './field.tsx';

export interface ChoiceRow {
  value: string;
  label: string;
  note: string | null;
}

interface ChoicesProps {
  /** Id of the group, for links from an error summary. */
  id: string;
  label: string;
  /** The page's title already asks; the label is only spoken. */
  isLabelUnseen: boolean;
  hint: string | null;
  rows: ChoiceRow[];
  problem: string | null;
}

function Words({ label, note }: Pick<ChoiceRow, 'label' | 'note'>) {
  return (
    <span className="choice__words">
      <strong>{label}</strong>
      {note === null ? null : <small>{note}</small>}
    </span>
  );
}

function Head({
  label,
  isLabelUnseen,
  hint,
  problem,
}: Pick<ChoicesProps, 'label' | 'isLabelUnseen' | 'hint' | 'problem'>) {
  return (
    <>
      <Label className={isLabelUnseen ? 'unseen' : 'field__label'}>{label}</Label>
      {hint === null ? null : <p className="field__hint">{hint}</p>}
      <Wrong problem={problem} />
    </>
  );
}

/** Rows so short that two stand side by side. */
const SHORT_LETTERS = 16;

function isShort({ label, note }: ChoiceRow): boolean {
  // A Chinese character is about two Latin letters wide.
  const letters = [...label].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
  return note === null && letters <= SHORT_LETTERS;
}

function layoutOf(rows: ChoiceRow[]): string {
  const isMany = rows.length > 6 || (rows.length > 4 && rows.every(isShort));
  return isMany ? 'choices choices--many' : 'choices';
}

interface OneChoiceProps extends ChoicesProps {
  /** '': none is chosen. */
  value: string;
  onChange: (value: string) => void;
  /** What the button reads that takes the choice back; null where one must be chosen. */
  takeBack?: string | null;
}

/**
 * One of several: the whole row can be pressed. A choice is taken back by a button, not by pressing its row again: a
 * trembling hand presses twice, and whoever listens expects a second press of a radio button to change nothing.
 */
export function Choices(props: OneChoiceProps) {
  const { id, label, rows, value, onChange, problem, takeBack = null } = props;
  const group = useRef<HTMLDivElement>(null);

  function choseNone(): void {
    // The button goes away: whoever pressed it by keyboard stays where they were.
    group.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    onChange('');
  }

  return (
    <>
      <RadioGroup
        ref={group}
        id={id}
        className={`field ${problem === null ? '' : 'field--wrong'}`}
        value={value === '' ? null : value}
        onChange={onChange}
        isInvalid={problem !== null}
      >
        <Head {...props} />
        <div className={layoutOf(rows)}>
          {rows.map((row) => (
            <Radio key={row.value} value={row.value} className="choice">
              <Words {...row} />
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {takeBack === null || value === '' ? null : (
        <Button look="small" label={`${takeBack} ${label}`} onPress={choseNone}>
          {takeBack}
        </Button>
      )}
    </>
  );
}

/** Any of several. */
export function TickChoices(props: ChoicesProps & { value: string[]; onChange: (value: string[]) => void }) {
  const { id, rows, value, onChange, problem } = props;
  return (
    <CheckboxGroup
      id={id}
      className={`field ${problem === null ? '' : 'field--wrong'}`}
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
    >
      <Head {...props} />
      <div className={layoutOf(rows)}>
        {rows.map((row) => (
          <Checkbox key={row.value} value={row.value} className="choice choice--tick">
            <Words {...row} />
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

/** One statement to tick. */
export function Tick({
  id,
  isTicked,
  onChange,
  problem,
  children,
}: {
  id: string;
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
  problem: string | null;
  children: ReactNode;
}) {
  return (
    <div id={id} className={`field ${problem === null ? '' : 'field--wrong'}`}>
      <Wrong problem={problem} />
      <Checkbox
        isSelected={isTicked}
        onChange={onChange}
        isInvalid={problem !== null}
        className="choice choice--tick"
      >
        {children}
      </Checkbox>
    </div>
  );
}
