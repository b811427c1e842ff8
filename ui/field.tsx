import { useState, type ReactNode } from 'react';
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

/**
 * A box to type in: label above, hint between, what is wrong above the box. The browser's own label and input: every key
 * draws it again, and every page has several (docs/bench.md).
 */
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
  const isWrong = problem !== null;
  const told = [...(hint === null ? [] : [`${id}-hint`]), ...(isWrong ? [`${id}-wrong`] : [])];
  return (
    <div className={`field field--${width} ${isWrong ? 'field--wrong' : ''}`}>
      <label htmlFor={id} className={isLabelUnseen ? 'unseen' : 'field__label'}>
        {label}
      </label>
      {hint === null ? null : (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      )}
      {isWrong ? (
        <span id={`${id}-wrong`} className="field__wrong">
          <Icon of="alert" />
          <span>{problem}</span>
        </span>
      ) : null}
      <span className={`field__box ${grouped === undefined ? '' : 'field__box--groups'}`}>
        <input
          id={id}
          type="text"
          value={isTyping || grouped === undefined ? value : grouped(value)}
          onChange={(event) => onChange(event.target.value)}
          onFocus={() => setTyping(true)}
          onBlur={() => {
            setTyping(false);
            onBlur?.();
          }}
          aria-describedby={told.length === 0 ? undefined : told.join(' ')}
          aria-invalid={isWrong ? true : undefined}
          maxLength={maxLength}
          inputMode={keys}
          data-keyboard={keyboard}
          autoComplete="off"
          autoCorrect="off"
          spellCheck="false"
        />
        {unit === null ? null : <span className="field__unit">{unit}</span>}
      </span>
      {children}
    </div>
  );
}
