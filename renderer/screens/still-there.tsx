import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Calm } from '../frame/calm.tsx';
import { useCountdown } from '../frame/idle-question.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** The screen was reloaded in the middle of an application: whoever stands there says so before anything is shown. */
export function StillThere({ view }: { view: ViewOf<'still-there'> }) {
  const left = useCountdown(view.seconds);
  const { press } = usePress();
  const say = useText();
  return (
    <Calm
      view={view}
      left={left}
      from={view.seconds}
      title={say(texts.reloadedTitle)}
      act={
        <>
          <Button onPress={() => press({ name: 'leave', input: null })}>{say(texts.idleLeave)}</Button>
          <Button look="strong" onPress={() => press({ name: 'stillHere', input: null })}>
            {say(texts.idleStay)}
          </Button>
        </>
      }
    >
      {say(texts.reloadedHint)}
    </Calm>
  );
}
