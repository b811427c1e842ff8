import { text, type Text } from '../../domain/contract/text.ts';
import type { FindingView, ViewOf } from '../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Masthead } from '../frame/masthead.tsx';
import { usePress } from '../state/use-press.ts';
import { staffTexts as texts } from '../text/staff.ts';
import { useText } from '../text/use-text.ts';
import { DeskView } from './desk-view.tsx';
import { useKeys } from './keys.ts';

type Machine = ViewOf<'staff-machine'>;

function joined({ title, found }: FindingView): Text {
  return text(`${title['zh-CN']}：${found['zh-CN']}`, `${title.en}: ${found.en}`);
}

/** What is wrong, and what to do: first, and large. */
function Ill({ finding }: { finding: FindingView }) {
  const say = useText();
  return (
    <li className="ill">
      <h2>
        <Icon of="alert" /> {say(joined(finding))}
      </h2>
      {finding.todo === null ? null : <p>{say(finding.todo)}</p>}
    </li>
  );
}

function Well({ finding }: { finding: FindingView }) {
  const say = useText();
  return (
    <li data-well={finding.isWell}>
      <Icon of={finding.isWell ? 'check' : 'alert'} />
      <span>
        {say(finding.title)}
        <small>{say(finding.found)}</small>
      </span>
      <span className="unseen">{say(finding.isWell ? texts.wellMark : texts.illMark)}</span>
    </li>
  );
}

function Group({
  title,
  findings,
  children,
}: {
  title: string;
  findings: FindingView[];
  children?: React.ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {findings.map((finding) => (
          <Well key={finding.id} finding={finding} />
        ))}
      </ul>
      {children}
    </section>
  );
}

/** Two numbers instead of a feeling. */
function Reconciled({ queue }: Pick<Machine, 'queue'>) {
  const say = useText();
  if (queue === null) return null;
  return (
    <dl className="reconciled">
      <dt>{say(texts.queueLast)}</dt>
      <dd className="num">{queue.last}</dd>
      <dt>{say(texts.queueHeld)}</dt>
      <dd className="num">{queue.held ?? say(texts.queueUnknown)}</dd>
      <dt>{say(texts.queueWaiting)}</dt>
      <dd className="num">{queue.waiting}</dd>
    </dl>
  );
}

/** One page for IT: the verdict in a sentence, what is wrong with what to do, then what is well. */
export function StaffMachine({ view }: { view: Machine }) {
  const { press, pending } = usePress();
  const say = useText();
  const { page, findings } = view;
  useKeys({ l: () => press({ name: 'lockScreen', input: { page } }) });
  const of = (group: FindingView['group']) => findings.filter((finding) => finding.group === group);
  return (
    <div className="screen machine">
      <Masthead place={view.place} member={view.staff} />
      <main className="machine-main">
        <header className="verdict">
          <div>
            <p className="note">{say(texts.machineTitle)}</p>
            <h1 tabIndex={-1}>{say(view.verdict)}</h1>
            <p className="note">{say(view.looked)}</p>
          </div>
          <Button look="strong" onPress={() => press({ name: 'checkMachine', input: { page } })}>
            {say(pending === 'checkMachine' ? texts.checking : texts.checkAgain)}
          </Button>
        </header>
        <ul className="ills">
          {findings
            .filter(({ isWell }) => !isWell)
            .map((finding) => (
              <Ill key={finding.id} finding={finding} />
            ))}
        </ul>
        {view.tested === null ? null : (
          <p className={view.tested.isWell ? 'hold' : 'hold hold--wrong'} role="status">
            {say(view.tested.says)}
          </p>
        )}
        <div className="wells">
          <Group title={say(texts.devices)} findings={of('devices')}>
            {view.hasPrinter ? (
              <Button icon="print" onPress={() => press({ name: 'testPrint', input: { page } })}>
                {say(pending === 'testPrint' ? texts.testing : texts.testPrint)}
              </Button>
            ) : null}
          </Group>
          <Group title={say(texts.software)} findings={of('software')} />
          <Group title={say(texts.platform)} findings={of('platform')}>
            <Reconciled queue={view.queue} />
          </Group>
        </div>
      </main>
      <footer className="machine-foot">
        <DeskView {...view.appearance} />
        <Button look="text" onPress={() => press({ name: 'lockScreen', input: { page } })}>
          {say(texts.lock)} <kbd aria-hidden="true">Alt L</kbd>
        </Button>
        {view.isOverCitizen ? (
          <Button onPress={() => press({ name: 'signOut', input: { page, then: 'back' } })}>
            {say(texts.giveBackOut)}
          </Button>
        ) : null}
        <Button onPress={() => press({ name: 'signOut', input: { page, then: 'end' } })}>
          {say(texts.signOut)}
        </Button>
      </footer>
    </div>
  );
}
