import type { Knex } from 'knex';

/** Kiosks that are answered no more: somebody revoked them, or two machines use one identity. */
export const stoppedKiosks = {
  name: '2026-11-26-stopped-kiosks',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

// Both engines take one column a statement, and a check that names only its own column.
const statements = [
  `alter table kiosks add column stopped text check (stopped in ('revoked', 'forked'))`,
  `alter table kiosks add column stopped_at text`,
];
