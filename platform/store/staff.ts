// Staff accounts. A removed one stays, so that its number is never given to anybody else.
import type { Knex } from 'knex';
import { STAFF_ROLES, type PinVerifier, type StaffRole } from '../../domain/contract/staff-list.ts';
import { jsonOf, textOf, textOrNull, wholeOf, wordOf, type Row } from './rows.ts';

export interface StaffRecord {
  division: string;
  number: string;
  name: string;
  role: StaffRole;
  /** Checked where it is used: the store does not know the validator. */
  pin: unknown;
  changedAt: string;
  removedAt: string | null;
}

export interface NewStaff extends Omit<StaffRecord, 'pin' | 'removedAt'> {
  pin: PinVerifier;
}

function recordOf(row: Row): StaffRecord {
  return {
    division: textOf(row, 'division'),
    number: textOf(row, 'number'),
    name: textOf(row, 'name'),
    role: wordOf(row, 'role', STAFF_ROLES),
    pin: jsonOf(row, 'pin'),
    changedAt: textOf(row, 'changed_at'),
    removedAt: textOrNull(row, 'removed_at'),
  };
}

export function staffStore(db: Knex) {
  return {
    /** The version of the lists as they are now. */
    async version(): Promise<number> {
      const rows = await db('staff_version').select<Row[]>('version');
      return rows[0] === undefined ? 0 : wholeOf(rows[0], 'version');
    },

    /**
     * Takes the next version and holds its row until the end of the transaction. It is at least `atLeast`: whoever
     * passes the time is past every version a lost database may have given out.
     */
    async raiseVersion(atLeast: number): Promise<void> {
      await db('staff_version').update({
        version: db.raw('case when version < ? then ? else version + 1 end', [atLeast, atLeast]),
      });
    },

    async add({ division, number, name, role, pin, changedAt }: NewStaff): Promise<void> {
      await db('staff_accounts').insert({
        division,
        number,
        name,
        role,
        pin: JSON.stringify(pin),
        added_at: changedAt,
        changed_at: changedAt,
      });
    },

    /** Everybody who ever had an account, in the order of their numbers. */
    async all(): Promise<StaffRecord[]> {
      return (await db('staff_accounts').orderBy('number').select<Row[]>('*')).map(recordOf);
    },

    /** Whoever has or had this number; null: nobody. */
    async byNumber(number: string): Promise<StaffRecord | null> {
      const [row] = await db('staff_accounts').where({ number }).select<Row[]>('*');
      return row === undefined ? null : recordOf(row);
    },

    async setPin(number: string, pin: PinVerifier, changedAt: string): Promise<boolean> {
      const changed = await db('staff_accounts')
        .where({ number, removed_at: null })
        .update({ pin: JSON.stringify(pin), changed_at: changedAt });
      return changed > 0;
    },

    async remove(number: string, at: string): Promise<boolean> {
      const changed = await db('staff_accounts')
        .where({ number, removed_at: null })
        .update({ removed_at: at, changed_at: at });
      return changed > 0;
    },
  };
}
export type StaffStore = ReturnType<typeof staffStore>;
