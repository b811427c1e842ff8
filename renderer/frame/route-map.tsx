import type { Route } from '../../domain/contract/views.ts';
import { text } from '../../domain/contract/text.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** The way of the application, drawn like a line map. It folds to one line where there is no room. */
export function RouteMap({ route }: { route: Route }) {
  const say = useText();
  const here = route.stops.findIndex((stop) => stop.state === 'here');
  const [step, of] = [here + 1, route.stops.length];
  return (
    <section className="route" aria-label={say(texts.way)}>
      <p className="route__matter">
        <b>{say(route.matter)}</b>
        <span>{say(text(`第 ${step} 步，共 ${of} 步`, `Step ${step} of ${of}`))}</span>
        <span className="route__now">{say(route.stops[here]?.title ?? route.matter)}</span>
      </p>
      <ol className="route__stops">
        {route.stops.map(({ title, state, answer }) => (
          <li
            key={title.en}
            className="route__stop"
            data-state={state}
            aria-current={state === 'here' ? 'step' : undefined}
          >
            <b>{say(title)}</b>
            {answer === null ? null : <em>{say(answer)}</em>}
          </li>
        ))}
      </ol>
    </section>
  );
}
