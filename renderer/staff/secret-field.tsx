import { Input, Label, TextField } from 'react-aria-components';

/** A box for digits: of a number shown, of a PIN hidden. Digits typed on a keyboard and on the page go to the same place. */
export function DigitsField({
  label,
  value,
  isHidden,
  most,
  onChange,
  onTarget,
  isFirst = false,
}: {
  label: string;
  value: string;
  isHidden: boolean;
  /** The most digits it takes. */
  most: number;
  onChange: (value: string) => void;
  /** It is what the digits on the page go to from now on. */
  onTarget: () => void;
  /** The page begins here. */
  isFirst?: boolean;
}) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, '').slice(0, most))}
      onFocus={onTarget}
      type={isHidden ? 'password' : 'text'}
      autoComplete="off"
      maxLength={most}
    >
      <Label className="field__label">{label}</Label>
      <span className="field__box">
        <Input inputMode="numeric" {...(isFirst ? { 'data-begin': '' } : {})} />
      </span>
    </TextField>
  );
}
