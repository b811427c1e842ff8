import type { CaseView, TaskView } from '../../../domain/contract/console-api.ts';
import type { Text } from '../../../domain/contract/text.ts';
import { Signature } from './signature.tsx';
import { heldFor, momentIn } from '../text/moments.ts';
import { identityText, texts, thenText } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';

/** Beside a case: its limits, where it came from, and what happened. */
export function CaseAside({ found, task }: { found: CaseView; task: TaskView | null }) {
  return (
    <aside className="case__aside">
      {task === null ? null : <Limits task={task} />}
      <HandedIn found={found} />
      <History found={found} />
    </aside>
  );
}

function Limits({ task }: { task: TaskView }) {
  const say = useText();
  const isOpen = task.state === 'waiting-for-acceptance' || task.state === 'waiting-for-another';
  return (
    <section className="desk-panel">
      <h2>{say(texts.limits)}</h2>
      {isOpen ? <p className="big">{say(texts.notStarted)}</p> : null}
      <p>
        <Days label={texts.promised} days={task.promised} /> ·{' '}
        <Days label={texts.statutory} days={task.statutory} />
      </p>
      <p className="note">{say(texts.startsOnAcceptance)}</p>
    </section>
  );
}

function Days({ label, days }: { label: Text; days: number | null }) {
  const say = useText();
  if (days === null) return <>{say(label)} —</>;
  return (
    <>
      {say(label)} {days} {say(days === 1 ? texts.workingDay : texts.workingDays)}
    </>
  );
}

function HandedIn({ found }: { found: CaseView }) {
  const say = useText();
  const held = heldFor(found.receivedAtKiosk, found.receivedAtPlatform);
  const doubt = found.clockDoubt === 'ahead' ? texts.clockAhead : texts.clockBehind;
  const note = found.clockDoubt === null ? held : doubt;
  return (
    <section className="desk-panel">
      <h2>{say(texts.handedIn)}</h2>
      <p>{say(found.place)}</p>
      {note === null ? null : <p className="note">{say(note)}</p>}
      {found.identity === null ? null : <p className="note">{say(identityText(found.identity))}</p>}
      {found.helped === null ? null : <Helped helped={found.helped} />}
      {found.isReadable ? <Signature strokes={found.signature} /> : null}
    </section>
  );
}

function Helped({ helped: { by, doubt } }: { helped: NonNullable<CaseView['helped']> }) {
  const say = useText();
  return (
    <>
      <p className="note">{say(by)}</p>
      {doubt === null ? null : <p>{say(doubt)}</p>}
    </>
  );
}

function History({ found }: { found: CaseView }) {
  const say = useText();
  const locale = useLocale();
  const ahead = found.tasks.filter(({ state }) => state === 'waiting-for-another');
  return (
    <section>
      <h2>{say(texts.history)}</h2>
      <ol className="log">
        {ahead.length === 0 ? null : (
          <li className="log__ahead">
            <strong>{say(thenText(ahead.map(({ title }) => title)))}</strong>
          </li>
        )}
        {found.history.map(({ at, title, note }) => (
          <li key={`${at} ${title.en}`}>
            <time dateTime={at}>{momentIn(locale, at)}</time>
            <strong>{say(title)}</strong>
            {note === null ? null : <span className="note">{say(note)}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
