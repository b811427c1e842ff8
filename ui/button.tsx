import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon, type Drawing } from './icon.tsx';

export interface ButtonProps {
  /** One strong button a screen; the others are quiet. */
  look?: 'strong' | 'plain' | 'small' | 'text';
  icon?: Drawing;
  /** Submits the form it stands in instead of being pressed. */
  submits?: boolean;
  /** What it began is under way: pressing it again begins nothing. */
  isBusy?: boolean;
  /** Said instead of the children where several buttons read alike. */
  label?: string;
  onPress?: () => void;
  children: ReactNode;
}

/** Acts on release; sliding off cancels. Never disabled: pressing it tells what is missing. */
export function Button({
  look = 'plain',
  icon,
  submits = false,
  isBusy = false,
  label,
  onPress = () => {},
  children,
}: ButtonProps) {
  return (
    <AriaButton
      className={`button button--${look}`}
      type={submits ? 'submit' : 'button'}
      onPress={submits ? () => {} : onPress}
      isPending={isBusy}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
    </AriaButton>
  );
}
