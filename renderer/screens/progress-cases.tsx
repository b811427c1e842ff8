import { Button as AriaButton } from 'react-aria-components';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { progressTexts } from '../text/progress.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** A person's applications: one press opens one. */
export function Cases({ view }: { view: ViewOf<'cases'> }) {
  const { press } = usePress();
  const say = useText();
  const { page, cases } = view;
  return (
    <Frame
      view={view}
      name="cases"
      act={
        <>
          <Back page={page} />
          <Button onPress={() => press({ name: 'leave', input: null })}>{say(texts.progressDone)}</Button>
        </>
      }
    >
      <Title help={say(progressTexts.casesHelp)}>{say(progressTexts.casesTitle)}</Title>
      <ul className="doors">
        {cases.map(({ number, matter, received, state }, index) => (
          <li key={number}>
            <AriaButton
              className="door"
              onPress={() => press({ name: 'openProgress', input: { page, index } })}
            >
              <Icon of="paper" />
              <span className="door__words">
                <strong>{say(matter)}</strong>
                <small>{say(state)}</small>
                <small className="num">
                  {say(progressTexts.received)} {say(received)} · {number}
                </small>
              </span>
              <Icon of="next" />
            </AriaButton>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
