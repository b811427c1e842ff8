import { useCallback, useState } from 'react';
import type { CaseView, TaskView } from '../../../domain/contract/console-api.ts';
import type { TaskState } from '../../../domain/contract/platform-api.ts';
import { writeAddress } from '../address.ts';
import { CaseAside } from '../parts/case-aside.tsx';
import { Documents } from '../parts/documents.tsx';
import { Ratings } from '../parts/ratings.tsx';
import { SeenAnswers } from '../parts/seen-answers.tsx';
import { TaskStateMark } from '../parts/task-state.tsx';
import { TroubleNotice } from '../parts/trouble.tsx';
import { focusWhenLost } from '../focus.ts';
import type { PlatformClient } from '../platform-client.ts';
import { texts } from '../text/texts.ts';
import { useLocale, useText } from '../text/use-text.ts';
import { useReading } from '../use-reading.ts';

interface CasePageProps {
  id: string;
  /** The list that the reader came from. */
  from: TaskState | null;
  client: PlatformClient;
}

export function CasePageView({ id, from, client }: CasePageProps) {
  const say = useText();
  const locale = useLocale();
  const { value: found, trouble, again } = useReading(useCallback(() => client.case(id), [client, id]));
  return (
    <main className="sheet" tabIndex={-1} ref={focusWhenLost}>
      <p>
        <a href={writeAddress({ locale, route: { page: 'list', state: from } })}>{say(texts.backToList)}</a>
      </p>
      {trouble === null ? null : <TroubleNotice trouble={trouble} onAgain={again} />}
      {found === null ? (
        <p className="note">{say(trouble === null ? texts.reading : texts.noSuchCase)}</p>
      ) : (
        <Case found={found} />
      )}
    </main>
  );
}

function Case({ found }: { found: CaseView }) {
  const [chosen, setChosen] = useState(found.tasks[0]?.id ?? '');
  const task = found.tasks.find(({ id }) => id === chosen);
  return (
    <>
      <Head found={found} />
      <div className="case">
        <div className="case__main">
          <Tasks found={found} chosen={chosen} onChoose={setChosen} />
          <Documents found={found} />
          <Ratings found={found} />
        </div>
        <CaseAside found={found} task={task ?? null} />
      </div>
    </>
  );
}

function Head({ found }: { found: CaseView }) {
  const say = useText();
  return (
    <div className="head">
      <div>
        <p className="num">
          {say(texts.caseWord)} {found.receiptNumber}
        </p>
        <h1>{found.subject}</h1>
        <p>
          {say(found.matter)} · {say(texts.version)} {found.procedureVersion}
        </p>
      </div>
    </div>
  );
}

interface TasksProps {
  found: CaseView;
  chosen: string;
  onChoose: (task: string) => void;
}

/** One task at a time: what its department may see is what is shown. */
function Tasks({ found, chosen, onChoose }: TasksProps) {
  const say = useText();
  const task = found.tasks.find(({ id }) => id === chosen);
  return (
    <section>
      <h2>{say(texts.tasksTitle)}</h2>
      <div className="tasks" role="group" aria-label={say(texts.chooseTask)}>
        {found.tasks.map((one) => (
          <TaskChoice key={one.id} task={one} isChosen={one.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      {task === undefined ? null : <SeenAnswers task={task} isReadable={found.isReadable} />}
    </section>
  );
}

function TaskChoice({
  task,
  isChosen,
  onChoose,
}: {
  task: TaskView;
  isChosen: boolean;
  onChoose: (task: string) => void;
}) {
  const say = useText();
  return (
    <button type="button" className="tasks__one" aria-pressed={isChosen} onClick={() => onChoose(task.id)}>
      <span>
        <strong>{say(task.title)}</strong>
        <small>{say(task.department)}</small>
      </span>
      <TaskStateMark state={task.state} />
    </button>
  );
}
