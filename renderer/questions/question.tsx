import type { Problem } from '../../domain/contract/answers.ts';
import type { QuestionView } from '../../domain/contract/views.ts';
import { useText } from '../text/use-text.ts';
import { AddressQuestion } from './address-question.tsx';
import { ChoiceQuestion, ChoicesQuestion, PeopleQuestion, TickQuestion } from './choice-questions.tsx';
import { DateQuestion } from './date-question.tsx';
import { EnterpriseNameQuestion } from './enterprise-name-question.tsx';
import { PersonQuestion } from './person-question.tsx';
import { PickQuestion } from './pick-question.tsx';
import { MoneyQuestion, TextQuestion } from './text-questions.tsx';
import type { Asked } from './use-answer.ts';
import { Source, Was } from './words.tsx';

const PARTS: Record<string, (asked: Asked) => React.ReactNode> = {
  choice: ChoiceQuestion,
  choices: ChoicesQuestion,
  people: PeopleQuestion,
  tick: TickQuestion,
  pick: PickQuestion,
  date: DateQuestion,
  money: MoneyQuestion,
  person: PersonQuestion,
  'enterprise-name': EnterpriseNameQuestion,
  address: AddressQuestion,
};

/** A question by its kind; whatever has no part of its own is a line of text. */
export function Question({
  page,
  question,
  isOnly,
  problem,
}: {
  page: string;
  question: QuestionView;
  isOnly: boolean;
  problem: Problem | null;
}) {
  const say = useText();
  const Part = PARTS[question.as] ?? TextQuestion;
  const isLine = Part === TextQuestion || Part === MoneyQuestion;
  return (
    <div data-head={say(question.label)} className={`question ${isLine && !isOnly ? 'question--line' : ''}`}>
      {isOnly ? <Was was={question.was} /> : null}
      <Part
        page={page}
        question={question}
        isOnly={isOnly}
        problem={problem === null ? null : say(problem.text)}
      />
      {isOnly ? null : <Was was={question.was} />}
      <Source source={question.source} />
    </div>
  );
}
