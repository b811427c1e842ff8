import { useMemo } from 'react';
import type { ProgressView, ReturnedView, ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Back } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { placeId, Problems } from '../frame/problems.tsx';
import { usePress } from '../state/use-press.ts';
import { useTyped } from '../state/use-typed.ts';
import { progressTexts } from '../text/progress.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Print } from './printing.tsx';
import { Stages } from './stages.tsx';

const PLACE = '/number';

export function AskProgress({ view }: { view: ViewOf<'ask-progress'> }) {
  const { press, pending } = usePress();
  const say = useText();
  const { page, problem, hasReader } = view;
  const [number, setNumber] = useTyped(page, PLACE, view.number);
  // The same list as long as the problem is the same: a new one would take the focus from whoever types.
  const problems = useMemo(
    () => (problem === null ? [] : [{ at: PLACE, code: 'number', text: problem }]),
    [problem],
  );
  return (
    <Frame
      view={view}
      name="ask-progress"
      onContinue={() => press({ name: 'findProgress', input: { page, number } })}
      act={
        <>
          <Back page={page}>{say(texts.backHome)}</Back>
          <Button look="strong" submits>
            {say(pending === 'findProgress' ? texts.progressFinding : texts.progressFind)}
          </Button>
        </>
      }
    >
      <Problems problems={problems} />
      <Title>{say(texts.progressTitle)}</Title>
      <Field
        id={placeId(PLACE)}
        label={say(texts.receiptNumber)}
        hint={say(progressTexts.byNumberHint)}
        value={number}
        keyboard="latin"
        maxLength={300}
        problem={problem === null ? null : say(problem)}
        onChange={setNumber}
      />
      {hasReader ? (
        <div className="by-card">
          <Button onPress={() => press({ name: 'findProgressByCard', input: { page } })}>
            {say(pending === 'findProgressByCard' ? progressTexts.reading : progressTexts.byCard)}
          </Button>
          <p className="note">{say(progressTexts.byCardHint)}</p>
        </div>
      ) : null}
    </Frame>
  );
}

/** What was returned, by whom, and what to do about it. Red, with its mark: here somebody waits for the citizen. */
function Returned({ returned }: { returned: ReturnedView }) {
  const say = useText();
  return (
    <section className="returned">
      <h2 data-head={say(returned.title)}>
        <Icon of="alert" /> {say(returned.title)}
      </h2>
      <p className="note">{say(returned.by)}</p>
      {returned.reasons.length === 0 ? null : (
        <ol>
          {returned.reasons.map(({ title, why }, index) => (
            <li key={`${index} ${title.en}`}>
              <strong>{say(title)}</strong>
              <span>{say(why)}</span>
            </li>
          ))}
        </ol>
      )}
      <p>{say(returned.says)}</p>
    </section>
  );
}

function Rows({
  title,
  rows,
}: {
  title: string;
  rows: { name: string; says: string; note: string | null }[];
}) {
  if (rows.length === 0) return null;
  return (
    <section className="panel">
      <h2 data-head={title}>{title}</h2>
      <dl className="rows rows--told">
        {rows.map(({ name, says, note }, index) => (
          <div key={`${index} ${name}`}>
            <dt>{name}</dt>
            <dd>
              {says}
              {note === null ? null : <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Beside({ view }: { view: ProgressView }) {
  const say = useText();
  const { together, documents, print, page } = view;
  return (
    <div className="pair__side">
      <Rows
        title={say(progressTexts.documents)}
        rows={documents.map(({ title, due }) => ({ name: say(title), says: say(due), note: null }))}
      />
      <Rows
        title={say(progressTexts.together)}
        rows={together.map(({ title, says, department }) => ({
          name: say(title),
          says: say(says),
          note: say(department),
        }))}
      />
      {print === null ? null : <Print print={print} page={page} />}
      <More view={view} />
    </div>
  );
}

/** What else can be done from here: quiet, under everything that is told. */
function More({ view }: { view: ProgressView }) {
  const { press } = usePress();
  const say = useText();
  const { page, canPrint, canRate, print, printedAt } = view;
  const isPrintOffered = canPrint && print === null;
  if (!isPrintOffered && !canRate && printedAt === null) return null;
  return (
    <div className="more-deeds">
      {printedAt === null ? null : <p className="note">{say(printedAt)}</p>}
      {isPrintOffered ? (
        <Button look="small" icon="print" onPress={() => press({ name: 'reprint', input: { page } })}>
          {say(progressTexts.printReceipt)}
        </Button>
      ) : null}
      {canRate ? (
        <Button look="small" icon="pen" onPress={() => press({ name: 'rate', input: { page } })}>
          {say(progressTexts.rate)}
        </Button>
      ) : null}
    </div>
  );
}

function Act({ view }: { view: ProgressView }) {
  const { press, pending } = usePress();
  const say = useText();
  const { page, canMend } = view;
  return (
    <>
      <Back page={page}>{say(texts.progressOther)}</Back>
      {canMend ? (
        <Button look="strong" onPress={() => press({ name: 'mend', input: { page } })}>
          {say(pending === 'mend' ? progressTexts.mending : progressTexts.mend)}
        </Button>
      ) : (
        <Button look="strong" onPress={() => press({ name: 'leave', input: null })}>
          {say(texts.progressDone)}
        </Button>
      )}
    </>
  );
}

export function Progress({ view }: { view: ProgressView }) {
  const say = useText();
  return (
    <Frame view={view} name="progress" act={<Act view={view} />}>
      <p className="soft">
        {say(texts.receiptNumber)} <span className="num">{view.number}</span>
      </p>
      <Title help={say(view.matter)}>{say(view.state)}</Title>
      {view.limit === null ? null : <p className="hold">{say(view.limit)}</p>}
      {view.returned === null ? null : <Returned returned={view.returned} />}
      <div className="pair">
        <section>
          <h2 className="unseen">{say(progressTexts.howFar)}</h2>
          <Stages stages={view.stages} />
        </section>
        <Beside view={view} />
      </div>
    </Frame>
  );
}
