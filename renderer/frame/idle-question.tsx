import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import type { View } from '../../domain/contract/views.ts';
import { useAppSelector } from '../state/store.ts';
import { usePress } from '../state/use-press.ts';
import { identityTexts } from '../text/identity.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Calm } from './calm.tsx';

/** Counts down from what the kiosk told; the kiosk itself decides when it is over. */
export function useCountdown(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const ticking = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(ticking);
  }, []);
  return left;
}

function Asking({ view, from, isCardTaken }: { view: View; from: number; isCardTaken: boolean }) {
  const left = useCountdown(from);
  const { press } = usePress();
  const say = useText();
  const title = say(isCardTaken ? identityTexts.cardTakenTitle : texts.idleTitle);
  return (
    <div className="over" role="alertdialog" aria-modal="true" aria-label={title}>
      <Calm
        view={view}
        left={left}
        from={from}
        title={title}
        act={
          <>
            <Button onPress={() => press({ name: 'leave', input: null })}>{say(texts.idleLeave)}</Button>
            <Button look="strong" onPress={() => press({ name: 'stillHere', input: null })}>
              {say(texts.idleStay)}
            </Button>
          </>
        }
      >
        {left} {say(isCardTaken ? identityTexts.cardTakenSeconds : texts.idleSeconds)}
      </Calm>
    </div>
  );
}

/** Covers the page while the kiosk asks: the first touch never reaches what lies beneath. */
export function IdleQuestion({ view }: { view: View }) {
  const { secondsAtFirst: from, isCardTaken } = useAppSelector((state) => state.idle);
  if (from === null || view.screen === 'still-there') return null;
  return <Asking key={from} view={view} from={from} isCardTaken={isCardTaken} />;
}
