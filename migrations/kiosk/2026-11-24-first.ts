import type { Knex } from 'knex';

/** Everything a kiosk keeps. Times are UTC text with milliseconds; nothing derived from an identity number is here. */
export const first = {
  name: '2026-11-24-first',
  async up(knex: Knex): Promise<void> {
    for (const statement of statements) await knex.raw(statement);
  },
};

const statements = [
  `create table enrolment (
    id integer primary key check (id = 1),
    kiosk text not null check (length(kiosk) = 36),
    division text not null check (length(division) = 6),
    code text not null check (length(code) = 4),
    generation text not null check (length(generation) = 1),
    platform_url text not null,
    platform_signing_key text not null, -- SPKI, base64: pinned here, every acknowledgement is checked against it
    sealing_key_id text not null,
    sealing_key text not null,          -- SPKI, base64: what applications are sealed to
    place text not null check (json_valid(place)),
    enrolled_at text not null
  ) strict`,

  `create table submissions (
    sequence integer primary key check (sequence > 0), -- gap-free; the order of everything
    id text not null unique check (length(id) = 36),   -- UUIDv7, the idempotency key
    receipt_number text not null unique,
    procedure text not null,
    procedure_version text not null,
    completed_at text not null,
    content_hash blob not null unique check (length(content_hash) = 32),
    envelope blob,                       -- null once purged after the acknowledgement
    signature text not null
  ) strict`,

  `create trigger submissions_are_kept before delete on submissions
    begin select raise(abort, 'submissions are never deleted'); end`,

  `create trigger submissions_do_not_change before update on submissions
    when new.sequence is not old.sequence or new.id is not old.id or new.receipt_number is not old.receipt_number
      or new.content_hash is not old.content_hash or new.signature is not old.signature
      or new.completed_at is not old.completed_at or (new.envelope is not null and new.envelope is not old.envelope)
    begin select raise(abort, 'a submission does not change'); end`,

  `create trigger submissions_follow_each_other before insert on submissions
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from submissions)
    begin select raise(abort, 'a submission must take the next sequence'); end`,

  `create table outbox (
    sequence integer primary key references submissions (sequence),
    state text not null check (state in ('queued', 'sending', 'acknowledged', 'quarantined', 'conflict')),
    attempts integer not null default 0 check (attempts >= 0),
    trouble text                         -- stable code of what went wrong last; never a message
  ) strict`,

  `create index outbox_waiting on outbox (sequence) where state in ('queued', 'sending')`,

  `create table acknowledgements (
    sequence integer primary key references submissions (sequence),
    body text not null check (json_valid(body)), -- the platform's words, byte for byte
    signature text not null,
    received_at text not null
  ) strict`,

  `create table receipts (
    sequence integer primary key references submissions (sequence),
    number text not null unique,
    qr text not null,
    paper text not null check (json_valid(paper)) -- what a reprint says: number, matter, times, masked name
  ) strict`,

  `create table print_jobs (
    id integer primary key,
    sequence integer not null references submissions (sequence),
    copy integer not null check (copy >= 1),
    state text not null check (state in ('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown')),
    trouble text,
    asked_at text not null,
    changed_at text not null,
    unique (sequence, copy)
  ) strict`,

  `create table journal (
    position integer primary key check (position > 0),
    at text not null,
    kind text not null,
    body text not null check (json_valid(body)),
    previous text not null,              -- hash of the entry before; '' for the first
    hash text not null unique            -- SHA-256 over previous, position, at, kind, body
  ) strict`,

  `create trigger journal_is_kept before delete on journal
    begin select raise(abort, 'the journal only grows'); end`,
  `create trigger journal_does_not_change before update on journal
    begin select raise(abort, 'the journal only grows'); end`,

  `create table question_counts (
    day text not null,
    procedure text not null,
    version text not null,
    question text not null,              -- its place in the procedure, '*' for items; never an answer
    event text not null check (event in ('shown', 'wrong', 'back', 'left')),
    count integer not null check (count > 0),
    primary key (day, procedure, version, question, event)
  ) strict, without rowid`,

  `create table platform_clock (
    id integer primary key check (id = 1),
    offset_ms integer not null,          -- platform's wall time minus ours, as last seen
    seen_at text not null
  ) strict`,
];
