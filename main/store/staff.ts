import type { Knex } from 'knex';
import type { SignedStaffList } from '../../domain/contract/staff-list.ts';

/** Wrong tries of one staff number on this machine. */
export interface Tries {
  /** Since the last right one. */
  wrong: number;
  /** On the machine's steady time; null: not locked. */
  lockedUntilMs: number | null;
}

interface TriesRow {
  number: string;
  wrong: number;
  locked_until_ms: number | null;
}

export function staffStore(db: Knex) {
  return {
    async list(): Promise<(SignedStaffList & { keptAt: string }) | null> {
      const row = await db<{ body: string; signature: string; kept_at: string }>('staff_list').first();
      return row === undefined ? null : { body: row.body, signature: row.signature, keptAt: row.kept_at };
    },

    /** Keeps a list; the table itself refuses one that is older than the one it has. */
    async keepList({ body, signature }: SignedStaffList, version: number, keptAt: string): Promise<void> {
      await db('staff_list')
        .insert({ id: 1, version, body, signature, kept_at: keptAt })
        .onConflict('id')
        .merge();
    },

    async tries(number: string): Promise<Tries> {
      const row = await db<TriesRow>('staff_tries').where({ number }).first();
      return row === undefined
        ? { wrong: 0, lockedUntilMs: null }
        : { wrong: row.wrong, lockedUntilMs: row.locked_until_ms };
    },

    async putTries(number: string, { wrong, lockedUntilMs }: Tries): Promise<void> {
      await db('staff_tries')
        .insert({ number, wrong, locked_until_ms: lockedUntilMs })
        .onConflict('number')
        .merge();
    },

    /** The latest moment this machine has seen; 0 before the first. */
    async highWaterMs(): Promise<number> {
      const row = await db<{ high_water_ms: number }>('steady_time').first();
      return row?.high_water_ms ?? 0;
    },

    async raiseHighWater(toMs: number): Promise<void> {
      await db('steady_time')
        .insert({ id: 1, high_water_ms: toMs })
        .onConflict('id')
        .merge()
        .where('steady_time.high_water_ms', '<', toMs);
    },
  };
}
export type StaffStore = ReturnType<typeof staffStore>;
