// Which documents an application needs, and by when one that follows must be here.
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts';
import type { Text } from '../contract/text.ts';
import type { Json } from '../submission/canonical-json.ts';
import { isPerson } from './kinds/person.ts';
import { valueAt, type JsonObject } from './pointer.ts';
import type { Prepared } from './prepared.ts';
import type { DocumentRule } from './procedure.ts';

export interface NeededDocument {
  /** Rule id, with the item's number where there is one document for each: 'holder-id-2'. */
  id: string;
  rule: string;
  title: Text;
  note: Text | null;
  /** Last day it may follow, 'YYYY-MM-DD'; null when it may not follow. */
  dueOn: string | null;
  /** The due day rests on a calendar that is not published yet. */
  provisional: boolean;
}

/** The documents these answers call for, in the order of the procedure. */
export function neededDocuments(
  prepared: Prepared,
  answers: JsonObject,
  today: string,
  calendar: Calendar,
): NeededDocument[] {
  return prepared.procedure.documents
    .filter((rule) => prepared.holds(rule.requiredWhen, answers))
    .flatMap((rule) =>
      itemsOf(rule, answers).map((item) => ({
        ...item,
        rule: rule.id,
        note: rule.note ?? null,
        ...dueOf(rule, today, calendar),
      })),
    );
}

function itemsOf(rule: DocumentRule, answers: JsonObject): { id: string; title: Text }[] {
  if (rule.each === undefined) return [{ id: rule.id, title: rule.title }];
  const list = valueAt(answers, rule.each);
  if (!Array.isArray(list)) return [];
  return list.map((item, index) => ({
    id: `${rule.id}-${index + 1}`,
    title: titled(rule.title, nameOf(item)),
  }));
}

function titled(title: Text, name: string): Text {
  if (name === '') return title;
  return { 'zh-CN': `${title['zh-CN']}（${name}）`, en: `${title.en} (${name})` };
}

/** The name an item of a list goes by: its person's, its organisation's, or its own. */
function nameOf(item: Json): string {
  if (isPerson(item)) return item.name;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return '';
  const person = Object.values(item).find((value) => isPerson(value));
  if (isPerson(person)) return person.name;
  const name = item['name'];
  return typeof name === 'string' ? name : '';
}

function dueOf(
  rule: DocumentRule,
  today: string,
  calendar: Calendar,
): { dueOn: string | null; provisional: boolean } {
  if (rule.mayFollow === undefined) return { dueOn: null, provisional: false };
  const due = addWorkingDays(today, rule.mayFollow.workingDays, calendar);
  return { dueOn: due.on, provisional: due.provisional };
}
