// The identity step in words: which ways there are, what would be asked of whom and why, and how it is with the card.
import { text, type Text } from '../../../domain/contract/text.ts';
import type { IdentityView, IdentityWay } from '../../../domain/contract/views.ts';
import { patternOf } from '../../../domain/procedure/pointer.ts';
import { questionsOf, type Prefill, type Procedure } from '../../../domain/procedure/procedure.ts';
import { offerOf, type CardHere, type IdentityStep, type Means, type Offer } from '../identity-step.ts';
import type { Session } from '../session.ts';
import { headOf, type ViewContext } from './context.ts';
import {
  ASKING,
  CHOOSE,
  DEPARTMENTS,
  LAY,
  LEFT_BEHIND,
  NOT_PERSONAL,
  OFFLINE,
  PROBLEMS,
  READER_DOWN,
  STATES,
  TYPE_INSTEAD,
  WAYS,
} from './identity-words.ts';

/** How it is with reader, card and platform. */
export interface IdentityFacts {
  means: Means;
  here: CardHere;
}

export const NO_READER: IdentityFacts = {
  means: { hasReader: false, canAsk: false },
  here: { is: 'starting' },
};

export function identityView(
  session: Session,
  step: IdentityStep,
  context: ViewContext,
  facts: IdentityFacts,
): IdentityView {
  const { procedure } = step.draft.prepared;
  const offer = offerOf(step.draft, facts.means);
  const isChoosing = step.consents === null;
  return {
    screen: 'identity',
    ...headOf(session, context),
    matter: procedure.title,
    step: isChoosing ? 'choose' : 'lay',
    ...(isChoosing ? CHOOSE : LAY),
    records: isChoosing
      ? [...offer.personal, ...offer.others].map((prefill) => offered(prefill, procedure))
      : [],
    ways: isChoosing ? offer.ways.map((way) => wayText(way, offer)) : [TYPE_INSTEAD],
    hold: holdOf(step, facts, procedure),
    state: isChoosing ? null : stateOf(step, facts.here),
    problem: problemOf(step, facts.here),
  };
}

/** Names as many as fit in a line. */
const NAMED_AT_MOST = 4;

/** “公安：姓名、住址”: the department, and what would be answered, in the words of the questions. */
function offered(prefill: Prefill, procedure: Procedure): IdentityView['records'][number] {
  const { record, into, why } = prefill;
  const from = DEPARTMENTS[record] ?? text(record, record);
  const labels = questionsOf(procedure)
    .filter(({ at }) => Object.keys(into).some((place) => isWithin(at, patternOf(place))))
    .map(({ label }) => label);
  const more = labels.length > NAMED_AT_MOST;
  const zh = labels.slice(0, NAMED_AT_MOST).map((label) => label['zh-CN']);
  const en = labels.slice(0, NAMED_AT_MOST).map((label) => label.en.toLowerCase());
  return {
    record,
    title: text(
      `${from['zh-CN']}：${zh.join('、')}${more ? `等 ${labels.length} 项` : ''}`,
      `${from.en}: ${en.join(', ')}${more ? ` and ${labels.length - NAMED_AT_MOST} more` : ''}`,
    ),
    why,
  };
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

function wayText({ by, consent }: Offer['ways'][number], { personal }: Offer): IdentityWay {
  const { title, note } = WAYS[`${by}-${consent}`] ?? TYPE_INSTEAD;
  const isPartly = by === 'typing' && consent && personal.length > 0;
  return { by, consent, title, note: isPartly ? NOT_PERSONAL : note };
}

function holdOf(step: IdentityStep, { means, here }: IdentityFacts, procedure: Procedure): Text | null {
  if (here.is === 'not-there') return READER_DOWN;
  const wouldAsk = procedure.prefill.some(({ record }) => record !== 'id-card');
  return wouldAsk && !means.canAsk && !step.isAsking ? OFFLINE : null;
}

function stateOf({ isAsking, problem }: IdentityStep, here: CardHere): IdentityView['state'] {
  if (isAsking) return ASKING;
  return problem === null ? STATES[here.is] : STATES.problem;
}

function problemOf({ problem, consents }: IdentityStep, here: CardHere): Text | null {
  if (problem !== null) return PROBLEMS[problem];
  if (consents === null) return null;
  if (here.is === 'left-behind') return LEFT_BEHIND;
  return here.is === 'problem' ? PROBLEMS[here.because] : null;
}
