import type { DocumentView, ViewOf } from '../../domain/contract/views.ts';
import { Icon } from '../../ui/icon.tsx';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** Documents, each with how it comes and by when. */
export function DocumentList({ documents }: { documents: DocumentView[] }) {
  const say = useText();
  return (
    <ul className="papers">
      {documents.map(({ id, title, note, due }) => (
        <li key={id}>
          <Icon of="paper" />
          <span className="papers__words">
            <strong>{say(title)}</strong>
            {note === null ? null : <small>{say(note)}</small>}
          </span>
          <span className="state state--waiting">{say(due)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Documents({ view }: { view: ViewOf<'documents'> }) {
  const { press } = usePress();
  const say = useText();
  return (
    <Frame
      view={view}
      route={view.route}
      name="documents"
      onContinue={() => press({ name: 'answerPage', input: { page: view.page, answers: {} } })}
      act={
        <>
          <Back page={view.page} />
          <Continue>{say(view.changing ? texts.toCheck : texts.next)}</Continue>
        </>
      }
    >
      <Title help={view.help === null ? null : say(view.help)}>{say(view.title)}</Title>
      <DocumentList documents={view.documents} />
    </Frame>
  );
}
