import type { Knex } from 'knex';
import { TASK_STATES, type TaskState } from '../../domain/contract/platform-api.ts';
import { CLOCK_DOUBTS, type ClockDoubt } from './submissions.ts';
import { insertRows } from './insert-rows.ts';
import { textOf, wordOf, type Row } from './rows.ts';

export interface Task {
  /** Its name in the procedure. */
  id: string;
  department: string;
  state: TaskState;
}

export interface NewCase {
  division: string;
  id: string;
  submission: string;
  receiptNumber: string;
  procedure: string;
  version: string;
  /** What it is about, in one short answer: a company's name, or a person's name masked. */
  subject: string;
  /** By the kiosk's clock. */
  completedAt: string;
  receivedAt: string;
}

/** A new case with the tasks it begins with. */
export interface OpenedCase {
  case: NewCase;
  tasks: Task[];
}

export interface KnownTask extends Task {
  /** Since when it is in this state. */
  changedAt: string;
}

/** The application that holds: the one the case began with, or its last correction. */
export interface CurrentApplication {
  division: string;
  submission: string;
  /** By the kiosk's clock. */
  completedAt: string;
}

export interface Case extends NewCase {
  kiosk: string;
  kioskCode: string;
  clockDoubt: ClockDoubt | null;
  /** In the order of the procedure. */
  tasks: KnownTask[];
  current: CurrentApplication;
  /** When corrections arrived, in order. */
  correctedAt: string[];
}

/** Where a list of cases stands: newest first. */
export interface Arrival {
  receivedAt: string;
  id: string;
}

type CaseRow = Omit<Case, 'tasks' | 'current' | 'correctedAt'>;

function caseOf(row: Row): CaseRow {
  return {
    division: textOf(row, 'division'),
    id: textOf(row, 'id'),
    submission: textOf(row, 'submission'),
    receiptNumber: textOf(row, 'receipt_number'),
    procedure: textOf(row, 'procedure'),
    version: textOf(row, 'procedure_version'),
    subject: textOf(row, 'subject'),
    completedAt: textOf(row, 'completed_at'),
    receivedAt: textOf(row, 'received_at'),
    kiosk: textOf(row, 'kiosk'),
    kioskCode: textOf(row, 'kiosk_code'),
    clockDoubt: row['clock_doubt'] === null ? null : wordOf(row, 'clock_doubt', CLOCK_DOUBTS),
  };
}

function taskOf(row: Row): KnownTask {
  return {
    id: textOf(row, 'task'),
    department: textOf(row, 'department'),
    state: wordOf(row, 'state', TASK_STATES),
    changedAt: textOf(row, 'changed_at'),
  };
}

function firstOf({ division, submission, completedAt }: CaseRow): CurrentApplication {
  return { division, submission, completedAt };
}

function correctionOf(row: Row): CurrentApplication {
  return {
    division: textOf(row, 'submission_division'),
    submission: textOf(row, 'submission'),
    completedAt: textOf(row, 'completed_at'),
  };
}

function rowOf(opened: NewCase) {
  return {
    division: opened.division,
    id: opened.id,
    submission: opened.submission,
    receipt_number: opened.receiptNumber,
    procedure: opened.procedure,
    procedure_version: opened.version,
    subject: opened.subject,
    completed_at: opened.completedAt,
    received_at: opened.receivedAt,
  };
}

function taskRows(
  { division, id }: Pick<NewCase, 'division' | 'id'>,
  tasks: Task[],
  after: number,
  at: string,
) {
  return tasks.map(({ id: task, department, state }, index) => ({
    division,
    case_id: id,
    task,
    position: after + index + 1,
    department,
    state,
    changed_at: at,
  }));
}

export function caseStore(db: Knex) {
  const cases = () =>
    db('cases as c')
      .join('submissions as s', (on) => on.on('s.division', 'c.division').andOn('s.id', 'c.submission'))
      .join('kiosks as k', (on) => on.on('k.division', 's.division').andOn('k.id', 's.kiosk'))
      .select<Row[]>('c.*', 's.kiosk', 's.clock_doubt', 'k.code as kiosk_code');

  /** Rows of a table that belong to these cases, in the order of `position`. */
  async function rowsOf(table: 'tasks' | 'corrections', found: CaseRow[]): Promise<Row[]> {
    return db(table)
      .whereIn(
        'case_id',
        found.map(({ id }) => id),
      )
      .whereIn('division', [...new Set(found.map(({ division }) => division))])
      .orderBy('position')
      .select<Row[]>('*');
  }

  async function whole(found: CaseRow[]): Promise<Case[]> {
    if (found.length === 0) return [];
    const tasks = await rowsOf('tasks', found);
    const corrections = await rowsOf('corrections', found);
    return found.map((one) => {
      const isOfIt = (row: Row) => textOf(row, 'case_id') === one.id;
      const corrected = corrections.filter(isOfIt);
      const last = corrected.at(-1);
      return {
        ...one,
        tasks: tasks.filter(isOfIt).map(taskOf),
        current: last === undefined ? firstOf(one) : correctionOf(last),
        correctedAt: corrected.map((row) => textOf(row, 'received_at')),
      };
    });
  }

  async function oneOf(rows: Row[]): Promise<Case | null> {
    const [found = null] = await whole(rows.map(caseOf));
    return found;
  }

  return {
    /** Opens all of them, each with its tasks, or none. */
    async openAll(opened: OpenedCase[]): Promise<void> {
      await insertRows(
        db,
        'cases',
        opened.map(({ case: one }) => rowOf(one)),
      );
      const tasks = opened.flatMap((one) => taskRows(one.case, one.tasks, 0, one.case.receivedAt));
      await insertRows(db, 'tasks', tasks);
    },

    async open(opened: NewCase, tasks: Task[]): Promise<void> {
      await insertRows(db, 'cases', [rowOf(opened)]);
      await insertRows(db, 'tasks', taskRows(opened, tasks, 0, opened.receivedAt));
    },

    /** Tasks that a correction newly calls for; they stand after those that are there. */
    async addTasks(found: Case, tasks: Task[], at: string): Promise<void> {
      const [row] = await db('tasks')
        .where({ division: found.division, case_id: found.id })
        .max<{ last: unknown }[]>({ last: 'position' });
      await insertRows(db, 'tasks', taskRows(found, tasks, Number(row?.last ?? 0), at));
    },

    /** A task that a correction no longer calls for and nobody has begun. */
    async dropTask({ division, id }: Case, task: string): Promise<void> {
      await db('tasks').where({ division, case_id: id, task }).delete();
    },

    /** Moves a task on, from the state it was seen in. False: somebody was quicker. */
    async moveTask(
      { division, id }: Pick<NewCase, 'division' | 'id'>,
      { id: task, state: from }: Pick<Task, 'id' | 'state'>,
      to: TaskState,
      at: string,
    ): Promise<boolean> {
      const moved = await db('tasks')
        .where({ division, case_id: id, task, state: from })
        .update({ state: to, changed_at: at });
      return moved === 1;
    },

    /** What the case is about may be among what was mended. */
    async setSubject({ division, id }: Pick<NewCase, 'division' | 'id'>, subject: string): Promise<void> {
      await db('cases').where({ division, id }).update({ subject });
    },

    async byReceiptNumber(division: string, receiptNumber: string): Promise<Case | null> {
      return oneOf(await cases().where({ 'c.division': division, 'c.receipt_number': receiptNumber }));
    },

    async byId(id: string): Promise<Case | null> {
      return oneOf(await cases().where({ 'c.id': id }));
    },

    /** A page of the work list, newest first: cases that arrived before `before`, with a task in `state` if given. */
    async list(state: TaskState | null, before: Arrival | null, limit: number): Promise<Case[]> {
      const query = cases().orderBy([
        { column: 'c.received_at', order: 'desc' },
        { column: 'c.id', order: 'desc' },
      ]);
      if (before !== null)
        void query.whereRaw('(c.received_at, c.id) < (?, ?)', [before.receivedAt, before.id]);
      if (state !== null) void query.whereExists(withTaskIn(state));
      return whole((await query.limit(limit)).map(caseOf));
    },

    /** How many cases there are, counted up to `limit`; `after`: only those that arrived after. */
    async count(state: TaskState | null, after: Arrival | null, limit: number): Promise<number> {
      const query = db('cases as c').select<Row[]>('c.id').limit(limit);
      if (after !== null) void query.whereRaw('(c.received_at, c.id) > (?, ?)', [after.receivedAt, after.id]);
      if (state !== null) void query.whereExists(withTaskIn(state));
      return (await query).length;
    },

    /** Every receipt number, in the order of arrival. For tests and comparisons; grows with the city. */
    async receiptNumbers(): Promise<string[]> {
      const rows = await db('cases').orderBy(['received_at', 'id']).select<Row[]>('receipt_number');
      return rows.map((row) => textOf(row, 'receipt_number'));
    },
  };

  function withTaskIn(state: TaskState) {
    return db('tasks as t')
      .whereRaw('t.division = c.division and t.case_id = c.id')
      .where('t.state', state)
      .select(db.raw('1'));
  }
}
export type CaseStore = ReturnType<typeof caseStore>;
