import { useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ContrastIcon, Icon } from '../../ui/icon.tsx';
import type { Appearance, Place } from '../../domain/contract/views.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { WhereStaffAre } from './where-staff-are.tsx';

interface AidProps {
  drawing: ReactNode;
  children: ReactNode;
  isOn?: boolean;
  onPress: () => void;
}

function Aid({ drawing, children, isOn, onPress }: AidProps) {
  return (
    <AriaButton className="aid" onPress={onPress} {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}>
      {drawing}
      <span>{children}</span>
    </AriaButton>
  );
}

function Glyph({ children, lang }: { children: string; lang?: string }) {
  return (
    <span className="glyph" aria-hidden="true" lang={lang}>
      {children}
    </span>
  );
}

/** Where staff are, in words. */
export function HelpAid({ place }: { place: Place }) {
  const [isOpen, setOpen] = useState(false);
  const say = useText();
  return (
    <>
      <Aid drawing={<Icon of="staff" />} onPress={() => setOpen(true)}>
        {say(texts.help)}
      </Aid>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={say(texts.helpTitle)}
        actions={
          <Button look="strong" onPress={() => setOpen(false)}>
            {say(texts.helpClose)}
          </Button>
        }
      >
        <WhereStaffAre place={place} />
      </Dialog>
    </>
  );
}

/** Large, largest, and back. 3 and 4 are the elder steps. */
export function LargeTextAid({ size }: Pick<Appearance, 'size'>) {
  const { press } = usePress();
  const say = useText();
  const next = size === 3 ? 4 : size === 4 ? 2 : 3;
  return (
    <Aid
      drawing={<Glyph>{say(texts.largeGlyph)}</Glyph>}
      isOn={size >= 3}
      onPress={() => press({ name: 'arrange', input: { size: next } })}
    >
      {say(size === 4 ? texts.largestText : texts.largeText)}
    </Aid>
  );
}

/** Off, dark, light. */
export function ContrastAid({ contrast }: Pick<Appearance, 'contrast'>) {
  const { press } = usePress();
  const say = useText();
  const next = { off: 'dark', dark: 'light', light: 'off' } as const;
  return (
    <Aid
      drawing={<ContrastIcon />}
      isOn={contrast !== 'off'}
      onPress={() => press({ name: 'arrange', input: { contrast: next[contrast] } })}
    >
      {say(texts.contrast)}
    </Aid>
  );
}

export function LanguageAid({ locale }: Pick<Appearance, 'locale'>) {
  const { press } = usePress();
  const say = useText();
  const next = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Aid
      drawing={<Glyph lang={next}>{say(texts.languageGlyph)}</Glyph>}
      onPress={() => press({ name: 'arrange', input: { locale: next } })}
    >
      <span lang={next}>{say(texts.languageOther)}</span>
    </Aid>
  );
}

/** Two presses: the second one in a dialog. */
function LeaveAid() {
  const [isOpen, setOpen] = useState(false);
  const { press } = usePress();
  const say = useText();
  return (
    <>
      <Aid drawing={<Icon of="leave" />} onPress={() => setOpen(true)}>
        {say(texts.leaveAndClear)}
      </Aid>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={say(texts.leaveTitle)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{say(texts.leaveNo)}</Button>
            <Button look="strong" onPress={() => press({ name: 'leave', input: null })}>
              {say(texts.leaveYes)}
            </Button>
          </>
        }
      >
        <p>{say(texts.leaveWords)}</p>
      </Dialog>
    </>
  );
}

/** Always there, always in this order. */
export function Aids({ appearance, place }: { appearance: Appearance; place: Place }) {
  const say = useText();
  return (
    <nav className="aids" aria-label={say(texts.helpAndView)}>
      <HelpAid place={place} />
      <LargeTextAid {...appearance} />
      <ContrastAid {...appearance} />
      <LanguageAid {...appearance} />
      <LeaveAid />
    </nav>
  );
}
