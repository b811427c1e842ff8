import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { roomFor } from '../../ui/room-for.ts';

const SHOWN = 6;
/** The kiosk says what is longer. */
const LONGEST = 40;

/** A box to type in that offers known words; any other word may be typed as well. */
export function SuggestField({
  id,
  label,
  words,
  value,
  onChange,
}: {
  id: string;
  label: string;
  words: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const typed = value.trim();
  const isOffered = words.includes(typed);
  const fitting = isOffered ? words : words.filter((word) => word.includes(typed));
  return (
    <ComboBox
      id={id}
      className="field"
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(word) => (word === null ? undefined : onChange(String(word)))}
      items={fitting.slice(0, isOffered ? words.length : SHOWN).map((word) => ({ id: word }))}
      allowsCustomValue
      menuTrigger="focus"
    >
      <Label className="field__label">{label}</Label>
      <span className="field__box">
        <Input autoComplete="off" spellCheck="false" maxLength={roomFor(LONGEST)} data-keyboard="chinese" />
      </span>
      <Popover className="offers">
        <ListBox className="offers__list">
          {({ id: word }: { id: string }) => (
            <ListBoxItem id={word} textValue={word} className="offer">
              {word}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
