import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

type Matter = ViewOf<'matters'>['occasions'][number]['matters'][number];

function MatterDoor({ procedure, title, summary }: Matter) {
  const { press } = usePress();
  const say = useText();
  return (
    <li>
      <AriaButton className="door" onPress={() => press({ name: 'openMatter', input: { procedure } })}>
        <Icon of="firm" />
        <span className="door__words">
          <strong>{say(title)}</strong>
          <small>{say(summary)}</small>
        </span>
        <Icon of="next" />
      </AriaButton>
    </li>
  );
}

export function Matters({ view }: { view: ViewOf<'matters'> }) {
  const say = useText();
  return (
    <Frame view={view} name="matters" act={<Back page={view.page}>{say(texts.backHome)}</Back>}>
      <Title>{say(texts.whichMatter)}</Title>
      {view.occasions.map(({ id, title, matters }) => (
        <section key={id} aria-labelledby={`occasion-${id}`}>
          <h2 id={`occasion-${id}`} data-head={say(title)}>
            {say(title)}
          </h2>
          <ul className="doors">
            {matters.map((matter) => (
              <MatterDoor key={matter.procedure} {...matter} />
            ))}
          </ul>
        </section>
      ))}
      {view.missing === 0 ? null : <p className="hold">{say(texts.matterMissing)}</p>}
    </Frame>
  );
}
