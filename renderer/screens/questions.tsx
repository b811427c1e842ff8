import type { QuestionView, ViewOf } from '../../domain/contract/views.ts';
import { Back, Continue } from '../frame/act.tsx';
import { Frame, Title } from '../frame/frame.tsx';
import { Problems } from '../frame/problems.tsx';
import { Question } from '../questions/question.tsx';
import { useAppStore } from '../state/store.ts';
import { usePress } from '../state/use-press.ts';
import { texts } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';

/** One question, or one tight group. */
export function Questions({ view }: { view: ViewOf<'questions'> }) {
  const { press } = usePress();
  const say = useText();
  // Read when it is sent, not watched: a key draws its own field again, and not the page.
  const { getState } = useAppStore();

  function answer(): void {
    const { page, answers: all } = getState().typed;
    const typed = page === view.page ? all : {};
    const shown = Object.fromEntries(view.questions.map((question) => [question.at, question.value]));
    press({ name: 'answerPage', input: { page: view.page, answers: { ...shown, ...typed } } });
  }

  const problemOf = ({ at }: QuestionView) =>
    view.problems.find((problem) => problem.at === at || problem.at.startsWith(`${at}/`)) ?? null;

  const questionAt = (at: string) =>
    view.questions.find((question) => at === question.at || at.startsWith(`${question.at}/`));
  const labelOf = (at: string) => (view.questions.length === 1 ? null : (questionAt(at)?.label ?? null));

  return (
    <Frame
      view={view}
      route={view.route}
      name="questions"
      onContinue={answer}
      act={
        <>
          <Back page={view.page} />
          <Continue>{say(view.changing ? texts.toCheck : texts.next)}</Continue>
        </>
      }
    >
      <Problems problems={view.problems} labelOf={labelOf} />
      <Title help={view.help === null ? null : say(view.help)}>{say(view.title)}</Title>
      {view.questions.map((question) => (
        <Question
          key={question.at}
          page={view.page}
          question={question}
          isOnly={view.questions.length === 1}
          problem={problemOf(question)}
        />
      ))}
    </Frame>
  );
}
