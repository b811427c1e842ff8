// The rows that intake made of submissions, to be written again without it: what the same bytes cost at least.
import type { Knex } from 'knex';
import { insertRows, type Value } from '../../../platform/store/insert-rows.ts';

type Row = Record<string, Value>;

/** In the order in which keys refer to each other. */
const TABLES = ['submissions', 'cases', 'tasks', 'case_people', 'events'] as const;
type Rows = Record<(typeof TABLES)[number], Row[]>;

/** What had to be there before. */
export interface Written {
  kiosks: Row[];
  feeds: Row[];
  /** Each with everything of so many submissions, in the order of the feed. */
  batches: Rows[];
}

async function all(db: Knex, table: string, order: string[]): Promise<Row[]> {
  return (await db(table).orderBy(order).select('*')) as Row[];
}

/** Reads a SQLite database of one division, in which every event belongs to a case. */
export async function readWritten(db: Knex, each: number): Promise<Written> {
  const events = await all(db, 'events', ['position']);
  const byCase = Map.groupBy(events, (row) => row['case_id']);
  const [cases, submissions, tasks, people] = [
    Map.groupBy(await all(db, 'cases', ['id']), (row) => row['id']),
    Map.groupBy(await all(db, 'submissions', ['id']), (row) => row['id']),
    Map.groupBy(await all(db, 'tasks', ['case_id', 'position']), (row) => row['case_id']),
    Map.groupBy(await all(db, 'case_people', ['case_id']), (row) => row['case_id']),
  ];
  const ids = [...byCase.keys()];
  const batches: Rows[] = [];
  for (let from = 0; from < ids.length; from += each) {
    const some = ids.slice(from, from + each);
    const of = (rows: Map<Value | undefined, Row[]>) => some.flatMap((id) => rows.get(id) ?? []);
    const opened = of(cases);
    batches.push({
      submissions: opened.flatMap((row) => submissions.get(row['submission']) ?? []),
      cases: opened,
      tasks: of(tasks),
      case_people: of(people),
      events: of(byCase),
    });
  }
  return {
    kiosks: await all(db, 'kiosks', ['id']),
    feeds: await all(db, 'event_feeds', ['division']),
    batches,
  };
}

/** Writes one batch in one transaction, with nothing asked and nothing judged. */
export function writeBatch(db: Knex, batch: Rows): Promise<void> {
  return db.transaction(async (transaction) => {
    for (const table of TABLES) await insertRows(transaction, table, batch[table]);
  });
}

export async function writeBefore(db: Knex, { kiosks, feeds }: Written): Promise<void> {
  await insertRows(db, 'kiosks', kiosks);
  await insertRows(db, 'event_feeds', feeds);
}
