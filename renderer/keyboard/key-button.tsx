import type { MouseEvent, ReactNode } from 'react';

/** The focus stays in the field: whoever types by touch types on, and whoever reads aloud is not led astray. */
function keepFocus(event: { preventDefault: () => void }): void {
  event.preventDefault();
}

export interface KeyButtonProps {
  className: string;
  /** Said instead of what stands on it, where that is short. */
  label?: string | undefined;
  lang?: string | undefined;
  isOn?: boolean | undefined;
  onStrike: (atMs: number) => void;
  children: ReactNode;
}

/** A key: acts when it is let go, and not when the finger slid off. It is no stop of the Tab key: real keys are better. */
export function KeyButton({ className, label, lang, isOn, onStrike, children }: KeyButtonProps) {
  return (
    <button
      type="button"
      className={className}
      tabIndex={-1}
      lang={lang}
      aria-label={label}
      aria-pressed={isOn}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={(event: MouseEvent) => onStrike(event.timeStamp)}
    >
      {children}
    </button>
  );
}
