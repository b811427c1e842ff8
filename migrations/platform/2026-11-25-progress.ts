import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/** Notices of what must be mended, loans of answers to mend them, corrections, whose case it is, and ratings. */
export const progress = {
  name: '2026-11-25-progress',
  async up(knex: Knex): Promise<void> {
    const engine = isSqlite(knex) ? sqlite : postgres;
    for (const statement of [...tables(engine), ...guards(engine)]) await knex.raw(statement);
  },
};

interface Engine {
  bytes: string;
  /** An integer of 64 bits. */
  whole: string;
  json: string;
  isJson(column: string): string;
  /** What ends a table's definition. */
  end: string;
  /** A trigger on a table that refuses with a sentence when `condition` (over old and new) holds. */
  refuse(name: string, when: string, table: string, condition: string | null, sentence: string): string[];
}

const sqlite: Engine = {
  bytes: 'blob',
  whole: 'integer',
  json: 'text',
  isJson: (column) => `check (json_valid(${column}))`,
  end: 'strict',
  refuse: (name, when, table, condition, sentence) => [
    `create trigger ${name} before ${when} on ${table} ${condition === null ? '' : `when ${condition}`}
       begin select raise(abort, '${sentence}'); end`,
  ],
};

const postgres: Engine = {
  bytes: 'bytea',
  whole: 'bigint',
  json: 'jsonb',
  isJson: () => '',
  end: '',
  refuse: (name, when, table, condition, sentence) => [
    `create function ${name}() returns trigger language plpgsql as $refuse$
       begin
         if ${condition ?? 'true'} then raise exception '${sentence}'; end if;
         return new;
       end $refuse$`,
    `create trigger ${name} before ${when} on ${table} for each row execute function ${name}()`,
  ],
};

function tables({ bytes, whole, json, isJson, end }: Engine): string[] {
  return [
    `create table returns (
      division text not null,
      case_id text not null,
      notice ${whole} not null check (notice > 0),              -- of this case, from 1 on
      task text not null,
      at text not null,
      reasons ${json} not null ${isJson('reasons')},            -- an officer's words: told to whoever holds the receipt
      mended_at text,
      primary key (division, case_id, notice),
      foreign key (division, case_id) references cases (division, id)
    ) ${end}`,

    `create table loans (
      id text primary key check (length(id) = 36),              -- the draft's: a correction with this id mends it
      division text not null,
      case_id text not null,
      kiosk text not null,
      at text not null,
      notices ${json} not null ${isJson('notices')},            -- what was open then, and is mended by it
      foreign key (division, case_id) references cases (division, id)
    ) ${end}`,

    // A correction may come from a kiosk of another division than its case.
    `create table corrections (
      division text not null,
      case_id text not null,
      position ${whole} not null check (position > 0),          -- the last one is what holds
      submission_division text not null,
      submission text not null,
      receipt_number text not null,
      completed_at text not null,
      received_at text not null,
      primary key (division, case_id, position),
      unique (submission_division, submission),
      unique (submission_division, receipt_number),
      foreign key (division, case_id) references cases (division, id),
      foreign key (submission_division, submission) references submissions (division, id)
    ) ${end}`,

    `create table case_people (
      division text not null,
      case_id text not null,
      person text not null check (length(person) = 64),         -- HMAC of the applicant's identity number; the key is not here
      primary key (division, case_id),
      foreign key (division, case_id) references cases (division, id)
    ) ${end}`,
    `create index case_people_by_person on case_people (person)`,

    `create table ratings (
      division text not null,
      case_id text not null,
      stage text not null,
      id text not null check (length(id) = 36),                 -- made on the kiosk: the idempotency key
      level ${whole} not null check (level between 1 and 5),
      catalogue text not null,
      catalogue_version text not null,
      options ${json} not null ${isJson('options')},
      is_named ${whole} not null check (is_named in (0, 1)),
      kiosk text not null,
      rated_at text not null,                                   -- by the kiosk's clock
      received_at text not null,
      content_hash ${bytes} not null check (length(content_hash) = 32),
      envelope ${bytes} not null,                               -- words and names are in here, sealed
      signature text not null,
      primary key (division, case_id, stage),
      foreign key (division, case_id) references cases (division, id)
    ) ${end}`,
    `create unique index ratings_by_id on ratings (id)`,
  ];
}

function guards({ refuse }: Engine): string[] {
  return [
    ...refuse('returns_stay', 'delete', 'returns', null, 'a notice is never deleted'),
    ...refuse(
      'returns_are_mended_once',
      'update',
      'returns',
      'old.mended_at is not null or new.reasons <> old.reasons or new.task <> old.task',
      'a notice keeps its words and is mended once',
    ),
    ...refuse('loans_stay', 'delete', 'loans', null, 'a loan is never deleted'),
    ...refuse('loans_stand', 'update', 'loans', null, 'a loan does not change'),
    ...refuse('corrections_stay', 'delete', 'corrections', null, 'a correction is never deleted'),
    ...refuse('corrections_stand', 'update', 'corrections', null, 'a correction does not change'),
    ...refuse('ratings_stay', 'delete', 'ratings', null, 'a rating is never deleted'),
    ...refuse('ratings_stand', 'update', 'ratings', null, 'a rating does not change'),
  ];
}
