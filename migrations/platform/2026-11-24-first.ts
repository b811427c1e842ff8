import type { Knex } from 'knex';
import { isSqlite } from './dialect.ts';

/**
 * Everything the platform keeps, on SQLite and on PostgreSQL. Times are UTC text with milliseconds. Keys begin with the
 * division, so that a city can be spread over machines by it; foreign keys follow the same way. What citizens answered is
 * here only sealed, inside `envelope`.
 */
export const first = {
  name: '2026-11-24-first',
  async up(knex: Knex): Promise<void> {
    const engine = isSqlite(knex) ? sqlite : postgres;
    for (const statement of [...engine.before, ...tables(engine), ...guards(engine)])
      await knex.raw(statement);
  },
};

interface Engine {
  before: string[];
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
  before: [],
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
  before: [],
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

const TASK_STATES = "('waiting-for-another', 'waiting-for-acceptance', 'accepted', 'decided', 'returned')";

function tables({ bytes, whole, json, isJson, end }: Engine): string[] {
  return [
    // The one key without a division in front: whoever types a code does not say where the machine stands.
    `create table enrolment_codes (
      code_hash text primary key check (length(code_hash) = 64), -- SHA-256 of the secret part; the code itself is nowhere
      division text not null check (length(division) = 6),
      kiosk_code text check (length(kiosk_code) = 4),            -- null: a new kiosk; else a rebuilt one takes its place
      made_at text not null,
      expires_at text not null,
      used_at text,
      kiosk text,
      check ((used_at is null) = (kiosk is null))
    ) ${end}`,

    `create table kiosks (
      division text not null check (length(division) = 6),
      id text not null check (length(id) = 36),
      code text not null check (length(code) = 4),
      generation text not null check (length(generation) = 1),
      public_key text not null,                                 -- SPKI, base64
      software text not null,
      enrolled_at text not null,
      last_seen_at text,
      gap_free_up_to ${whole} not null default 0 check (gap_free_up_to >= 0), -- every sequence up to here is held
      primary key (division, id),
      unique (division, code, generation)
    ) ${end}`,
    // A signed request names its kiosk by id alone.
    `create index kiosks_by_id on kiosks (id)`,

    `create table submissions (
      division text not null,
      id text not null check (length(id) = 36),                 -- UUIDv7 made on the kiosk: the idempotency key
      kiosk text not null,
      sequence ${whole} not null check (sequence > 0),
      procedure text not null,
      procedure_version text not null,
      completed_at text not null,                               -- by the kiosk's clock
      received_at text not null,                                -- by ours: the legal time
      clock_doubt text check (clock_doubt in ('ahead', 'behind')), -- the kiosk's clock cannot have been right
      content_hash ${bytes} not null check (length(content_hash) = 32),
      envelope ${bytes} not null,                               -- the bytes as they came, never sealed again
      signature text not null,                                  -- the kiosk's, over the envelope
      acknowledgement text not null,                            -- our words when it was taken, byte for byte
      acknowledgement_signature text not null,
      primary key (division, id),
      unique (division, kiosk, sequence),
      foreign key (division, kiosk) references kiosks (division, id)
    ) ${end}`,

    `create table cases (
      division text not null,
      id text not null check (length(id) = 36),
      submission text not null,
      receipt_number text not null,
      procedure text not null,
      procedure_version text not null,
      subject text not null,                                    -- what it is about: a company's name, or a masked person's
      completed_at text not null,
      received_at text not null,
      primary key (division, id),
      unique (division, submission),
      unique (division, receipt_number),
      foreign key (division, submission) references submissions (division, id)
    ) ${end}`,
    `create index cases_by_arrival on cases (received_at, id)`,
    `create index cases_by_id on cases (id)`,

    `create table tasks (
      division text not null,
      case_id text not null,
      task text not null,
      position ${whole} not null check (position > 0),          -- its place in the procedure
      department text not null,
      state text not null check (state in ${TASK_STATES}),
      changed_at text not null,
      primary key (division, case_id, task),
      foreign key (division, case_id) references cases (division, id)
    ) ${end}`,
    `create index tasks_by_state on tasks (state, case_id)`,

    // The counter of each division's feed: whoever appends holds its row until the commit, so that positions are
    // gap-free in the order of commits, and a reader with a cursor never misses one.
    `create table event_feeds (
      division text primary key check (length(division) = 6),
      last_position ${whole} not null check (last_position >= 0)
    ) ${end}`,

    `create table events (
      division text not null,
      position ${whole} not null check (position > 0),
      at text not null,
      kind text not null,
      case_id text,
      kiosk text,
      body ${json} not null ${isJson('body')},                  -- codes and numbers; nothing about people
      primary key (division, position)
    ) ${end}`,
    `create index events_by_case on events (division, case_id, position)`,
  ];
}

function guards({ refuse }: Engine): string[] {
  return [
    ...refuse('submissions_stay', 'delete', 'submissions', null, 'submissions are never deleted'),
    ...refuse('submissions_stand', 'update', 'submissions', null, 'a submission does not change'),
    ...refuse('cases_stay', 'delete', 'cases', null, 'cases are never deleted'),
    ...refuse('events_stay', 'delete', 'events', null, 'events are never deleted'),
    ...refuse('events_stand', 'update', 'events', null, 'an event does not change'),
    ...refuse(
      'events_follow',
      'insert',
      'events',
      'new.position <> (select coalesce(max(position), 0) + 1 from events where division = new.division)',
      'an event must take the next position of its feed',
    ),
    ...refuse(
      'kiosks_only_gain',
      'update',
      'kiosks',
      'new.gap_free_up_to < old.gap_free_up_to or new.public_key <> old.public_key',
      'a kiosk keeps its key, and what is held stays held',
    ),
    ...refuse(
      'codes_are_used_once',
      'update',
      'enrolment_codes',
      'old.used_at is not null',
      'this code is used',
    ),
  ];
}
