// The day's items of this machine: cases being filled in, and what was handed in since the morning. Names are masked.
import { text, type Text } from '../../domain/contract/text.ts';
import type { DeskItem } from '../../domain/contract/views.ts';
import { valueAt } from '../../domain/procedure/pointer.ts';
import { maskName } from '../../domain/submission/masked-name.ts';
import { dayInCity, timeInCity } from '../../lib/clock.ts';
import type { ProcedureShelf } from '../../lib/procedures/shelf.ts';
import type { CaseKeeper, KeptCase } from '../drafts/case-keeper.ts';
import type { OutboxState, SubmissionState } from '../store/submissions.ts';
import type { Store } from '../store/store.ts';
import type { DeskItems } from './views.ts';

export interface DayItemsParts {
  store: Store;
  keeper: CaseKeeper;
  shelf: ProcedureShelf;
}

/** Receipts on one page of the list. */
const RECEIPTS_AT_ONCE = 12;

/** `before`: only receipts given out before this one; null: the newest. `here`: the case on the screen. */
export async function dayItems(
  { store, keeper, shelf }: DayItemsParts,
  today: string,
  before: number | null,
  here: string | null,
): Promise<DeskItems> {
  const cases = before === null ? await keeper.list() : [];
  const recent = await store.submissions.list(RECEIPTS_AT_ONCE, before ?? undefined);
  const ofToday = recent.filter(({ completedAt }) => dayInCity(new Date(completedAt)) === today);
  const receipts = await Promise.all(ofToday.map((submission) => receiptItem(store, submission)));
  const isMore = ofToday.length === RECEIPTS_AT_ONCE;
  return {
    items: [...cases.map((kept) => caseItem(kept, shelf, here)), ...receipts.flatMap((item) => item ?? [])],
    olderThan: isMore ? (ofToday.at(-1)?.sequence ?? null) : null,
  };
}

const NAMELESS = '—';

function caseItem({ saved, savedAt }: KeptCase, shelf: ProcedureShelf, here: string | null): DeskItem {
  const { kept, procedure, version } = saved;
  const prepared = shelf.version(procedure, version);
  const name = prepared === null ? null : valueAt(kept.answers, prepared.procedure.identity.name);
  const time = timeInCity(new Date(savedAt));
  const isHere = kept.id === here;
  return {
    draft: kept.id,
    sequence: null,
    number: null,
    matter: prepared?.procedure.title ?? text(procedure, procedure),
    name: typeof name === 'string' ? maskName(name) : NAMELESS,
    says: isHere ? text('正在填', 'On the screen') : text(`没填完，${time} 存`, `Unfinished, saved ${time}`),
    mark: isHere ? 'here' : 'open',
  };
}

const STATES: Record<OutboxState, { says: Text; mark: DeskItem['mark'] }> = {
  queued: { says: text('待传', 'Waiting'), mark: 'waiting' },
  sending: { says: text('正在送', 'Being sent'), mark: 'waiting' },
  acknowledged: { says: text('平台已收到', 'Received'), mark: 'done' },
  quarantined: { says: text('平台没收下', 'Not taken'), mark: 'wrong' },
  conflict: { says: text('平台没收下', 'Not taken'), mark: 'wrong' },
};

async function receiptItem(store: Store, submission: SubmissionState): Promise<DeskItem | null> {
  const receipt = await store.receipts.bySequence(submission.sequence);
  if (receipt === null) return null;
  const { says, mark } = STATES[submission.state];
  const time = timeInCity(new Date(submission.completedAt));
  return {
    draft: null,
    sequence: submission.sequence,
    number: receipt.number,
    matter: receipt.paper.matter,
    name: receipt.paper.applicant,
    says: text(`${says['zh-CN']}，${time}`, `${says.en}, ${time}`),
    mark,
  };
}
