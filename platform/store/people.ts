// Whose case it is, by a keyed hash of the applicant's identity number: the number itself is in no index.
import type { Knex } from 'knex';
import { insertRows } from './insert-rows.ts';
import { textOf, type Row } from './rows.ts';

export interface CaseKey {
  division: string;
  id: string;
}

export function peopleStore(db: Knex) {
  return {
    /** Notes whose case it is; a correction may have mended the number. */
    async put(division: string, caseId: string, person: string): Promise<void> {
      await db('case_people')
        .insert({ division, case_id: caseId, person })
        .onConflict(['division', 'case_id'])
        .merge({ person });
    },

    /** Notes whose the cases are that were opened just now, in the same transaction. */
    async putNew(cases: (CaseKey & { person: string })[]): Promise<void> {
      const rows = cases.map(({ division, id, person }) => ({ division, case_id: id, person }));
      await insertRows(db, 'case_people', rows);
    },

    /** Notes whose case it is where that is not noted. False: somebody was quicker, and knows better. */
    async putFirst(division: string, caseId: string, person: string): Promise<boolean> {
      const put: unknown[] = await db('case_people')
        .insert({ division, case_id: caseId, person })
        .onConflict(['division', 'case_id'])
        .ignore()
        .returning('case_id');
      return put.length > 0;
    },

    /** Cases of which it is not noted whose they are, in the order of their keys; `after`: one of them, null: from the first. */
    async nobodys(after: CaseKey | null, limit: number): Promise<CaseKey[]> {
      const rows = await db('cases as c')
        .leftJoin('case_people as p', (on) => on.on('p.division', 'c.division').andOn('p.case_id', 'c.id'))
        .whereNull('p.case_id')
        .whereRaw('(c.division, c.id) > (?, ?)', [after?.division ?? '', after?.id ?? ''])
        .orderBy(['c.division', 'c.id'])
        .limit(limit)
        .select<Row[]>('c.division', 'c.id');
      return rows.map((row) => ({ division: textOf(row, 'division'), id: textOf(row, 'id') }));
    },

    async isOf(division: string, caseId: string, person: string): Promise<boolean> {
      const rows = await db('case_people')
        .where({ division, case_id: caseId, person })
        .select<Row[]>('case_id');
      return rows.length > 0;
    },

    /** Ids of a person's cases, the newest first. */
    async casesOf(person: string, limit: number): Promise<string[]> {
      const rows = await db('case_people as p')
        .join('cases as c', (on) => on.on('c.division', 'p.division').andOn('c.id', 'p.case_id'))
        .where({ 'p.person': person })
        .orderBy([
          { column: 'c.received_at', order: 'desc' },
          { column: 'c.id', order: 'desc' },
        ])
        .limit(limit)
        .select<Row[]>('c.id');
      return rows.map((row) => textOf(row, 'id'));
    },
  };
}
export type PeopleStore = ReturnType<typeof peopleStore>;
