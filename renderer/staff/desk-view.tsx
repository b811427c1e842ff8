import { Button as AriaButton } from 'react-aria-components';
import type { In } from '../../domain/contract/kiosk-api.ts';
import type { Appearance } from '../../domain/contract/views.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Size of the counter's own pages, and the step at which they stand as in the hall: 18 pt, 60 pixels. */
const SIZE = { usual: 1, large: 3 } as const;

/** What staff can change about their own pages: the same aids as in the hall, without the drawings. */
export function DeskView({ locale, size, contrast }: Appearance) {
  const { press } = usePress();
  const say = useText();
  const arrange = (input: In<'arrange'>) => () => press({ name: 'arrange', input });
  const isLarge = size >= SIZE.large;
  const next = { off: 'dark', dark: 'light', light: 'off' } as const;
  const language = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <AriaButton
        className="button button--text aid--size"
        aria-pressed={isLarge}
        onPress={arrange({ size: isLarge ? SIZE.usual : SIZE.large })}
      >
        {say(texts.largeText)}
      </AriaButton>
      <AriaButton
        className="button button--text"
        aria-pressed={contrast !== 'off'}
        onPress={arrange({ contrast: next[contrast] })}
      >
        {say(texts.contrast)}
      </AriaButton>
      <AriaButton className="button button--text" onPress={arrange({ locale: language })}>
        <span lang={language}>{say(texts.languageOther)}</span>
      </AriaButton>
    </>
  );
}
