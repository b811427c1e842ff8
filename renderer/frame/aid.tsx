import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

export interface AidProps {
  drawing: ReactNode;
  children: ReactNode;
  /** Names it for its own styles. */
  name?: string;
  /** For aids that are on or off. */
  isOn?: boolean;
  onPress: () => void;
}

/** One of the aids along the lower edge. */
export function Aid({ drawing, children, name, isOn, onPress }: AidProps) {
  return (
    <AriaButton
      className={name === undefined ? 'aid' : `aid aid--${name}`}
      onPress={onPress}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
    >
      {drawing}
      <span>{children}</span>
    </AriaButton>
  );
}
