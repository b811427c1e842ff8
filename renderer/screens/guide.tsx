import { Button } from '../../ui/button.tsx';
import { Icon, type Drawing } from '../../ui/icon.tsx';
import type { ViewOf } from '../../domain/contract/views.ts';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { useStatusQuery } from '../state/kiosk.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

type Line = ViewOf<'guide'>['bring'][number];

function Lines({ title, lines, drawing }: { title: string; lines: Line[]; drawing: Drawing }) {
  const say = useText();
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 data-head={title}>{title}</h2>
      <ul className="bring">
        {lines.map((line) => (
          <li key={line.title.en}>
            <Icon of={drawing} />
            <span>
              {say(line.title)}
              {line.note === null ? null : <small>{say(line.note)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What to know before the first question: time, fee, result, what to bring. */
export function Guide({ view }: { view: ViewOf<'guide'> }) {
  const { press } = usePress();
  const { data: status } = useStatusQuery(null);
  const say = useText();
  const begin = () => press({ name: 'beginApplication', input: { procedure: view.procedure } });
  return (
    <Frame
      view={view}
      name="guide"
      act={
        <>
          <Back page={view.page}>{say(texts.otherMatter)}</Back>
          <Button look="strong" onPress={begin}>
            {say(texts.startFilling)}
          </Button>
        </>
      }
    >
      <Title help={say(view.summary)}>{say(view.title)}</Title>
      {view.closed === null ? null : (
        <p className="hold hold--wrong" role="alert">
          {say(view.closed)}
        </p>
      )}
      <dl className="facts">
        {view.facts.map(({ title, value, note }) => (
          <div key={title.en}>
            <dt>{say(title)}</dt>
            <dd>
              {say(value)}
              {note === null ? null : <small>{say(note)}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="pair">
        <Lines title={say(texts.bring)} lines={view.bring} drawing="paper" />
        <div className="pair__side">
          <Lines title={say(texts.spared)} lines={view.spared} drawing="check" />
          {status === undefined || status.link === 'online' ? null : (
            <p className="hold">{say(texts.offlineHold)}</p>
          )}
        </div>
      </div>
    </Frame>
  );
}
