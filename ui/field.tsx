import { useState, type ReactNode } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { KeyboardKind } from './keyboard-kind.ts';

/** What is wrong, in words, above the box. */
export function Wrong({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p className="field__wrong">
      <Icon of="alert" />
      <span>{problem}</span>
    </p>
  );
}

export interface FieldProps {
  /** Id of the field, for links from an error summary. */
  id: string;
  label: string;
  isLabelUnseen?: boolean;
  hint?: string | null;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  problem?: string | null;
  /** Which keyboard a screen keyboard would show. */
  keys?: 'text' | 'numeric' | 'decimal' | 'tel';
  /** The kiosk's own keyboard, where `keys` does not say it. */
  keyboard?: KeyboardKind;
  maxLength?: number;
  /** How the value is written while nobody types in it: 520102 19900307 001 4. */
  grouped?: (value: string) => string;
  /** Fixed at the end of the box. */
  unit?: string | null;
  width?: 'full' | 'short';
  children?: ReactNode;
}

/** A box to type in: label above, hint between, what is wrong above the box. */
export function Field({
  id,
  label,
  isLabelUnseen = false,
  hint = null,
  value,
  onChange,
  onBlur,
  problem = null,
  keys = 'text',
  keyboard,
  maxLength = 400,
  grouped,
  unit = null,
  width = 'full',
  children,
}: FieldProps) {
  const [isTyping, setTyping] = useState(false);
  return (
    <TextField
      id={id}
      className={`field field--${width} ${problem === null ? '' : 'field--wrong'}`}
      value={isTyping || grouped === undefined ? value : grouped(value)}
      onChange={onChange}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        onBlur?.();
      }}
      isInvalid={problem !== null}
      maxLength={maxLength}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className={isLabelUnseen ? 'unseen' : 'field__label'}>{label}</Label>
      {hint === null ? null : (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      {problem === null ? null : (
        <Text slot="errorMessage" className="field__wrong">
          <Icon of="alert" />
          <span>{problem}</span>
        </Text>
      )}
      <span className={`field__box ${grouped === undefined ? '' : 'field__box--groups'}`}>
        <Input inputMode={keys} data-keyboard={keyboard} />
        {unit === null ? null : <span className="field__unit">{unit}</span>}
      </span>
      {children}
    </TextField>
  );
}
