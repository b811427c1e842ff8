import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ContrastIcon, Icon } from '../../ui/icon.tsx';
import type { Appearance, Place } from '../../domain/contract/views.ts';
import { useCanSpeak } from '../speech/use-speech.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Aid } from './aid.tsx';
import { HelpAid } from './help-aid.tsx';

function Glyph({ children, lang }: { children: string; lang?: string }) {
  return (
    <span className="glyph" aria-hidden="true" lang={lang}>
      {children}
    </span>
  );
}

/** Large, largest, and back. 3 and 4 are the elder steps. */
export function LargeTextAid({ size }: Pick<Appearance, 'size'>) {
  const { press } = usePress();
  const say = useText();
  const next = size === 3 ? 4 : size === 4 ? 2 : 3;
  return (
    <Aid
      name="size"
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

/** Brings everything that is touched down to where a seated hand reaches it; a wide panel is low already. */
function LowReachAid({ lowReach }: Pick<Appearance, 'lowReach'>) {
  const { press } = usePress();
  const say = useText();
  return (
    <Aid
      name="reach"
      drawing={<Icon of="lower" />}
      isOn={lowReach}
      onPress={() => press({ name: 'arrange', input: { lowReach: !lowReach } })}
    >
      {say(texts.lowReach)}
    </Aid>
  );
}

/** Only where there is a voice for the language of the page. */
export function SpeechAid({ speech, locale }: Pick<Appearance, 'speech' | 'locale'>) {
  const { press } = usePress();
  const say = useText();
  if (!useCanSpeak(locale)) return null;
  return (
    <Aid
      drawing={<Icon of="speak" />}
      isOn={speech}
      onPress={() => press({ name: 'arrange', input: { speech: !speech } })}
    >
      {say(texts.readAloud)}
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
      <SpeechAid {...appearance} />
      <LowReachAid {...appearance} />
      <LanguageAid {...appearance} />
      <LeaveAid />
    </nav>
  );
}
