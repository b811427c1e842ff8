import type { In, Out } from '../../domain/contract/kiosk-api.ts';
import { problemAt } from '../../domain/procedure/check-answers.ts';
import { kinds } from '../../domain/procedure/kinds/index.ts';
import { askedHere, walkOf } from './draft.ts';
import type { Session } from './session.ts';

const NOTHING: Out<'checkAnswer'> = { problem: null, warnings: [], reads: null };

/** What there is to say about one answer before the page is sent. Of a page that has moved on, nothing. */
export function checkAnswer(
  { page, screen }: Session,
  asked: In<'checkAnswer'>,
  today: string,
): Out<'checkAnswer'> {
  if (screen.at !== 'draft' || asked.page !== page) return NOTHING;
  const here = askedHere(screen.draft, walkOf(screen.draft, today)).find(({ at }) => at === asked.at);
  if (here === undefined) return NOTHING;
  const kind = kinds[here.context.question.as];
  const { value, problem, warnings } = kind.read(asked.value, here.context);
  return {
    problem: problem === null ? null : problemAt(asked.at, problem),
    warnings: warnings.map((warning) => warning.text),
    reads: value === undefined ? null : (kind.reads ?? kind.show)(value, here.context),
  };
}
