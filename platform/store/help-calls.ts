import type { Knex } from 'knex';
import { textOf, type Row } from './rows.ts';

/** Somebody at a kiosk who waits for a person. */
export interface HelpCall {
  division: string;
  id: string;
  kiosk: string;
  kioskCode: string;
  calledAt: string;
}

function callOf(row: Row): HelpCall {
  return {
    division: textOf(row, 'division'),
    id: textOf(row, 'id'),
    kiosk: textOf(row, 'kiosk'),
    kioskCode: textOf(row, 'kiosk_code'),
    calledAt: textOf(row, 'called_at'),
  };
}

/** A hall has some tens of kiosks; a list nobody answers is not made longer. */
const MOST_SHOWN = 50;

export function helpCallStore(db: Knex) {
  return {
    /** The call of this kiosk that waits, or null. */
    async openOf(division: string, kiosk: string): Promise<HelpCall | null> {
      const rows = await db('help_calls').where({ division, kiosk, answered_at: null }).select<Row[]>('*');
      return rows[0] === undefined ? null : callOf(rows[0]);
    },

    async add({ division, id, kiosk, kioskCode, calledAt }: HelpCall): Promise<void> {
      await db('help_calls').insert({ division, id, kiosk, kiosk_code: kioskCode, called_at: calledAt });
    },

    /** The calls that wait, the longest waiting first. */
    async open(): Promise<HelpCall[]> {
      const rows = await db('help_calls')
        .where({ answered_at: null })
        .orderBy(['called_at', 'id'])
        .limit(MOST_SHOWN)
        .select<Row[]>('*');
      return rows.map(callOf);
    },

    /** Somebody goes there. False: nobody waits under this id. */
    async answer(id: string, at: string): Promise<boolean> {
      return (await db('help_calls').where({ id, answered_at: null }).update({ answered_at: at })) > 0;
    },
  };
}
export type HelpCallStore = ReturnType<typeof helpCallStore>;
