import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';

/** The clerk's own page: the box that a scanner types into, then what can be begun here. */
export function StaffDesk({ view }: { view: ViewOf<'staff-desk'> }) {
  const { press } = usePress();
  const say = useText();
  const [square, setSquare] = useState('');
  const { page } = view;
  const mend = () => {
    if (square !== '') press({ name: 'mendCase', input: { page, number: square } });
  };
  return (
    <Frame
      view={view}
      name="staff-desk"
      onContinue={mend}
      act={
        view.isOverCitizen ? (
          <Button onPress={() => press({ name: 'signOut', input: { page, then: 'back' } })}>
            {say(texts.giveBackOut)}
          </Button>
        ) : null
      }
    >
      <Title>{say(texts.deskTitle)}</Title>
      {view.told === null ? null : (
        <p className="hold" role="status">
          {say(view.told)}
        </p>
      )}
      <section aria-labelledby="mend-case">
        <h2 id="mend-case">{say(texts.mendTitle)}</h2>
        <div className="desk-mend">
          <Field id="mend" label={say(texts.mendLabel)} value={square} maxLength={200} onChange={setSquare} />
          <Button onPress={mend}>{say(texts.mendGo)}</Button>
        </div>
      </section>
      <section aria-labelledby="new-application">
        <h2 id="new-application">{say(texts.deskNew)}</h2>
        <ul className="desk-matters">
          {view.matters.map(({ procedure, title, summary }) => (
            <li key={procedure}>
              <AriaButton
                className="desk-matter"
                onPress={() => press({ name: 'beginAttended', input: { page, procedure } })}
              >
                <span>
                  <strong>{say(title)}</strong>
                  <small>{say(summary)}</small>
                </span>
                <Icon of="next" />
              </AriaButton>
            </li>
          ))}
        </ul>
      </section>
    </Frame>
  );
}
