import type { Text } from '../../domain/contract/text.ts';
import type { CheckView } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { Problems } from '../frame/problems.tsx';
import { Source } from '../questions/words.tsx';
import { usePress } from '../state/use-press.ts';
import { progressTexts } from '../text/progress.ts';
import { staffTexts } from '../text/staff.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { DocumentList } from './documents.tsx';
import { ToMend } from './mends.tsx';

type Section = CheckView['sections'][number];

/** While staff are at work on it, the citizen sees which answers are not their own. */
function isTypedByStaff({ desk }: CheckView, at: string): boolean {
  if (desk === undefined || desk.mode === 'desk') return false;
  return desk.byStaff.some(
    (place) => place === at || place.startsWith(`${at}/`) || at.startsWith(`${place}/`),
  );
}

function Row({
  row,
  isByStaff,
  onChange,
}: {
  row: Section['rows'][number];
  isByStaff: boolean;
  onChange: (at: string) => void;
}) {
  const say = useText();
  return (
    <div>
      <dt>
        {say(row.label)}
        {isByStaff ? <small className="by-staff">{say(staffTexts.byStaff)}</small> : null}
      </dt>
      <dd>
        {row.value === null ? <span className="soft">{say(texts.notAnswered)}</span> : say(row.value)}
        <Source source={row.source ?? null} />
        <Wrong problem={row.problem === null ? null : say(row.problem)} />
      </dd>
      <dd className="rows__act">
        {row.change === null ? null : (
          <Button
            look="small"
            label={`${say(texts.change)} ${say(row.label)}`}
            onPress={() => onChange(row.change ?? row.at)}
          >
            {say(texts.change)}
          </Button>
        )}
      </dd>
    </div>
  );
}

/** In an application that is mended only what was named can be handed in again. */
function areDocumentsOpen({ mends }: CheckView): boolean {
  return mends === null || mends.some(({ change }) => change?.startsWith('/documents/') === true);
}

/** What going on is: staff leave the rest to the citizen. */
function onward({ desk, mends }: CheckView): Text {
  if (desk?.mode === 'desk') return staffTexts.toCitizen;
  if (desk?.mode === 'helping') return staffTexts.giveBack;
  return mends === null ? texts.allRight : progressTexts.mendDone;
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
          <Continue>{say(onward(view))}</Continue>
        </>
      }
    >
      <Problems problems={view.problems} onOpen={change} />
      <Title help={say(view.mends === null ? texts.checkHelp : progressTexts.mendCheckHelp)}>
        {say(view.mends === null ? texts.checkTitle : progressTexts.mendCheckTitle)}
      </Title>
      {view.mends === null ? null : <ToMend mends={view.mends} onChange={change} />}
      {view.sections.map(({ id, title, rows }) => (
        <section key={id}>
          <h2 data-head={say(title)}>{say(title)}</h2>
          <dl className="rows">
            {rows.map((row) => (
              <Row key={row.at} row={row} isByStaff={isTypedByStaff(view, row.at)} onChange={change} />
            ))}
          </dl>
        </section>
      ))}
      {view.documents.length === 0 ? null : (
        <section>
          <h2 data-head={say(texts.documents)}>{say(texts.documents)}</h2>
          <DocumentList documents={view.documents} />
          {areDocumentsOpen(view) ? (
            <Button
              look="small"
              icon="pen"
              label={`${say(texts.change)} ${say(texts.documents)}`}
              onPress={() => change('/documents/all')}
            >
              {say(texts.change)}
            </Button>
          ) : null}
        </section>
      )}
    </Frame>
  );
}
