import type { Knex } from 'knex';

/** Somebody at a kiosk asked for a person to come. Holds nothing about who. Times are UTC text. */
export const helpCalls = {
  name: '2026-11-25-help-calls',
  async up(knex: Knex): Promise<void> {
    await knex.schema.createTable('help_calls', (table) => {
      table.text('division').notNullable();
      table.text('id').notNullable();
      table.text('kiosk').notNullable();
      table.text('kiosk_code').notNullable();
      table.text('called_at').notNullable();
      table.text('answered_at');
      table.primary(['division', 'id']);
    });
    // A kiosk has one call that waits: pressing again is the same call.
    await knex.raw(
      'create unique index help_calls_open on help_calls (division, kiosk) where answered_at is null',
    );
  },
};
