import type { TaskView } from '../../../domain/contract/console-api.ts';
import { seenByText, texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** What a department may see of a case, in words. */
export function SeenAnswers({ task, isReadable }: { task: TaskView; isReadable: boolean }) {
  const say = useText();
  if (!isReadable) return <p className="empty">{say(texts.unreadable)}</p>;
  if (task.sees.length === 0) return <p className="empty">{say(texts.seesNothing)}</p>;
  return (
    <div className="seen">
      <h3>{say(seenByText(task.department))}</h3>
      {task.sees.map((section) => (
        <section key={section.title.en} className="seen__section">
          <h4>{say(section.title)}</h4>
          <dl className="pairs">
            {section.rows.map((row, index) => (
              // Labels may repeat in a list of people; their order does not change.
              <div key={index} className="pairs__row">
                <dt>{say(row.label)}</dt>
                <dd>
                  {row.value === null ? (
                    <span className="note">{say(texts.notAnswered)}</span>
                  ) : (
                    say(row.value)
                  )}
                  {row.source === undefined ? null : <small className="note"> {say(row.source)}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
