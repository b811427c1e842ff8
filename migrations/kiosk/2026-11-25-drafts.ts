import type { Knex } from 'knex';

/** Applications that staff are filling in, encrypted. Nothing in the clear says whose they are. */
export const drafts = {
  name: '2026-11-25-drafts',
  async up(knex: Knex): Promise<void> {
    await knex.raw(`create table drafts (
      id text primary key check (length(id) = 36),  -- becomes the submission's id
      wrapped_key blob not null,                    -- this draft's own key, wrapped by the machine's; without it the body is noise
      body blob not null,                           -- AES-256-GCM under that key
      saved_at text not null
    ) strict`);
  },
};
