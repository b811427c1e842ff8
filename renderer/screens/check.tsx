import type { CheckView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { Problems } from '../frame/problems.tsx';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { DocumentList } from './documents.tsx';

type Section = CheckView['sections'][number];

function Row({ row, onChange }: { row: Section['rows'][number]; onChange: (at: string) => void }) {
  const say = useText();
  return (
    <div>
      <dt>{say(row.label)}</dt>
      <dd>
        {row.value === null ? <span className="soft">{say(texts.notAnswered)}</span> : say(row.value)}
        <Wrong problem={row.problem === null ? null : say(row.problem)} />
      </dd>
      <dd className="rows__act">
        <Button
          look="small"
          label={`${say(texts.change)} ${say(row.label)}`}
          onPress={() => onChange(row.at)}
        >
          {say(texts.change)}
        </Button>
      </dd>
    </div>
  );
}

/** All answers on one page; each can be changed and leads back here. */
export function Check({ view }: { view: CheckView }) {
  const { press } = usePress();
  const say = useText();
  const { page } = view;
  const change = (at: string) => press({ name: 'changeAnswer', input: { page, at } });
  return (
    <Frame
      view={view}
      route={view.route}
      name="check"
      onContinue={() => press({ name: 'answerPage', input: { page, answers: {} } })}
      act={
        <>
          <Back page={page} />
          <Continue>{say(texts.allRight)}</Continue>
        </>
      }
    >
      <Problems problems={view.problems} onOpen={change} />
      <Title help={say(texts.checkHelp)}>{say(texts.checkTitle)}</Title>
      {view.sections.map(({ id, title, rows }) => (
        <section key={id}>
          <h2 data-head={say(title)}>{say(title)}</h2>
          <dl className="rows">
            {rows.map((row) => (
              <Row key={row.at} row={row} onChange={change} />
            ))}
          </dl>
        </section>
      ))}
      {view.documents.length === 0 ? null : (
        <section>
          <h2 data-head={say(texts.documents)}>{say(texts.documents)}</h2>
          <DocumentList documents={view.documents} />
        </section>
      )}
    </Frame>
  );
}
