// The items of a list in an application: opened, gone through page by page, removed.
import { innerPagesOf } from '../../domain/procedure/pages.ts';
import { withAnswer } from '../../domain/procedure/pointer.ts';
import { isRepeatPage, type RepeatPage } from '../../domain/procedure/procedure.ts';
import { itemsOf, pageOf, standingAt, walkOf, withAnswers, type Draft, type ItemPosition } from './draft.ts';

export interface ItemToOpen {
  page: string;
  index: number;
  isNew: boolean;
  /** The page inside it, or null for its first. */
  wanted: string | null;
}

export function itemAt({ page, inner }: { page: string; inner: string | null }, index: number): ItemToOpen {
  return { page, index, isNew: false, wanted: inner };
}

/** An item of which nothing is asked has no page of its own: the list shows it. */
export function openItem(draft: Draft, { page, index, isNew, wanted }: ItemToOpen, today: string): Draft {
  const inner = innerPagesOf(walkOf(draft, today), pageOf(draft, page) as RepeatPage, index);
  const start = inner.find((candidate) => candidate.id === wanted) ?? inner[0];
  if (start === undefined) return standingAt(draft, { at: 'page', page });
  return standingAt(draft, { at: 'item', page, index, inner: start.id, isNew });
}

function listHere(draft: Draft): RepeatPage | null {
  if (draft.position.at !== 'page') return null;
  const page = pageOf(draft, draft.position.page);
  return isRepeatPage(page) ? page : null;
}

/** Opens a new item of the list where the draft stands; the same draft when there is no list or no room. */
export function addItem(draft: Draft, today: string): Draft {
  const page = listHere(draft);
  if (page === null || itemsOf(draft, page) >= page.max) return draft;
  const index = itemsOf(draft, page);
  const list = index === 0 ? withAnswer(draft.answers, page.repeat, []) : draft.answers;
  const answers = withAnswer(list, `${page.repeat}/${index}`, {});
  return openItem(withAnswers(draft, answers), { page: page.id, index, isNew: true, wanted: null }, today);
}

export function changeItem(draft: Draft, index: number, today: string): Draft {
  const page = listHere(draft);
  if (page === null || index >= itemsOf(draft, page)) return draft;
  return openItem(draft, itemAt({ page: page.id, inner: null }, index), today);
}

export function removeItem(draft: Draft, index: number): Draft {
  const page = listHere(draft);
  if (page === null || index >= itemsOf(draft, page)) return draft;
  const answers = withAnswer(draft.answers, `${page.repeat}/${index}`, undefined);
  return { ...withAnswers(draft, answers), problems: [] };
}

/** The next page of the item, or its list. */
export function afterItemPage(draft: Draft, position: ItemPosition, today: string): Draft {
  const page = pageOf(draft, position.page) as RepeatPage;
  const inner = innerPagesOf(walkOf(draft, today), page, position.index);
  const next = inner[inner.findIndex((candidate) => candidate.id === position.inner) + 1];
  if (next === undefined) return standingAt(draft, { at: 'page', page: position.page });
  return standingAt(draft, { ...position, inner: next.id });
}

/** Leaving the first page of a new item drops it: an unfinished person is nobody. */
export function backFromItem(draft: Draft, position: ItemPosition, today: string): Draft {
  const page = pageOf(draft, position.page) as RepeatPage;
  const inner = innerPagesOf(walkOf(draft, today), page, position.index);
  const previous = inner[inner.findIndex((candidate) => candidate.id === position.inner) - 1];
  if (previous !== undefined) return standingAt(draft, { ...position, inner: previous.id });
  const list = standingAt(draft, { at: 'page', page: position.page });
  if (!position.isNew) return list;
  return withAnswers(list, withAnswer(draft.answers, `${page.repeat}/${position.index}`, undefined));
}
