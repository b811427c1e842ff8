import type { StageView } from '../../domain/contract/views.ts';
import { useText } from '../text/use-text.ts';

/** How far an application is: each stage by a mark, a word and a time. */
export function Stages({ stages }: { stages: StageView[] }) {
  const say = useText();
  return (
    <ol className="stages">
      {stages.map(({ title, note, when, state }, index) => (
        <li key={`${index} ${title.en}`} data-state={state}>
          <strong>{say(title)}</strong>
          {note === null ? null : <span className="soft">{say(note)}</span>}
          {when === null ? null : <span className="when num">{say(when)}</span>}
        </li>
      ))}
    </ol>
  );
}
