-- A kiosk's database as the release "1-one-application" left it: its schema and one row of every kind. Never edited.

CREATE TABLE `knex_migrations` (`id` integer not null primary key autoincrement, `name` varchar(255), `batch` integer, `migration_time` datetime);

CREATE TABLE `knex_migrations_lock` (`index` integer not null primary key autoincrement, `is_locked` integer);

CREATE TABLE enrolment (
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
  ) strict;

CREATE TABLE submissions (
    sequence integer primary key check (sequence > 0), -- gap-free; the order of everything
    id text not null unique check (length(id) = 36),   -- UUIDv7, the idempotency key
    receipt_number text not null unique,
    procedure text not null,
    procedure_version text not null,
    completed_at text not null,
    content_hash blob not null unique check (length(content_hash) = 32),
    envelope blob,                       -- null once purged after the acknowledgement
    signature text not null
  ) strict;

CREATE TABLE outbox (
    sequence integer primary key references submissions (sequence),
    state text not null check (state in ('queued', 'sending', 'acknowledged', 'quarantined', 'conflict')),
    attempts integer not null default 0 check (attempts >= 0),
    trouble text                         -- stable code of what went wrong last; never a message
  ) strict;

CREATE TABLE acknowledgements (
    sequence integer primary key references submissions (sequence),
    body text not null check (json_valid(body)), -- the platform's words, byte for byte
    signature text not null,
    received_at text not null
  ) strict;

CREATE TABLE receipts (
    sequence integer primary key references submissions (sequence),
    number text not null unique,
    qr text not null,
    paper text not null check (json_valid(paper)) -- what a reprint says: number, matter, times, masked name
  ) strict;

CREATE TABLE print_jobs (
    id integer primary key,
    sequence integer not null references submissions (sequence),
    copy integer not null check (copy >= 1),
    state text not null check (state in ('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown')),
    trouble text,
    asked_at text not null,
    changed_at text not null,
    unique (sequence, copy)
  ) strict;

CREATE TABLE journal (
    position integer primary key check (position > 0),
    at text not null,
    kind text not null,
    body text not null check (json_valid(body)),
    previous text not null,              -- hash of the entry before; '' for the first
    hash text not null unique            -- SHA-256 over previous, position, at, kind, body
  ) strict;

CREATE TABLE question_counts (
    day text not null,
    procedure text not null,
    version text not null,
    question text not null,              -- its place in the procedure, '*' for items; never an answer
    event text not null check (event in ('shown', 'wrong', 'back', 'left')),
    count integer not null check (count > 0),
    primary key (day, procedure, version, question, event)
  ) strict, without rowid;

CREATE TABLE platform_clock (
    id integer primary key check (id = 1),
    offset_ms integer not null,          -- platform's wall time minus ours, as last seen
    seen_at text not null
  ) strict;

insert into knex_migrations ("id", "name", "batch", "migration_time") values (1, '2026-11-24-first', 1, 1795651200000);
insert into knex_migrations_lock ("index", "is_locked") values (1, 0);
insert into enrolment ("id", "kiosk", "division", "code", "generation", "platform_url", "platform_signing_key", "sealing_key_id", "sealing_key", "place", "enrolled_at") values (1, '01999999-0000-7000-8000-000000000009', '520103', 'K012', '1', 'https://platform.example', 'c2lnbg==', 'seal-1', 'c2VhbA==', '{"office":{"zh-CN":"政务大厅","en":"Hall"},"kiosk":{"zh-CN":"12号机","en":"Kiosk 12"}}', '2026-11-26T01:00:00.000Z');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (1, '01999999-0000-7000-8000-000000000001', '520103-K012-1-0001-X', 'business-registration-llc', '2026.1', '2026-11-26T02:00:00.000Z', X'A99C812F13766FA6C9D6524894996957B9615B52EFD27FCB1156BA44FD330011', X'7B227365616C6564223A226170706C69636174696F6E2031206F6620312D6F6E652D6170706C69636174696F6E227D', 'signature 1');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (2, '01999999-0000-7000-8000-000000000002', '520103-K012-1-0002-X', 'business-registration-llc', '2026.1', '2026-11-26T03:00:00.000Z', X'94010E45CAF8F51EFC05E7F045D12D72BD3E72CC67522287C947C61C30F0D12D', X'7B227365616C6564223A226170706C69636174696F6E2032206F6620312D6F6E652D6170706C69636174696F6E227D', 'signature 2');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (3, '01999999-0000-7000-8000-000000000003', '520103-K012-1-0003-X', 'business-registration-llc', '2026.1', '2026-11-26T04:00:00.000Z', X'275C992A5CA006E10A62C882A0CD53AE0D532BA0005FC9F518F8CCC70A569697', X'7B227365616C6564223A226170706C69636174696F6E2033206F6620312D6F6E652D6170706C69636174696F6E227D', 'signature 3');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (4, '01999999-0000-7000-8000-000000000004', '520103-K012-1-0004-X', 'business-registration-llc', '2026.1', '2026-11-26T05:00:00.000Z', X'853173C3A524FFC643D774FF50A2EE50F47A9018E6322FD95983810BC543E806', X'7B227365616C6564223A226170706C69636174696F6E2034206F6620312D6F6E652D6170706C69636174696F6E227D', 'signature 4');
insert into outbox ("sequence", "state", "attempts", "trouble") values (1, 'acknowledged', 1, NULL);
insert into outbox ("sequence", "state", "attempts", "trouble") values (2, 'sending', 2, NULL);
insert into outbox ("sequence", "state", "attempts", "trouble") values (3, 'queued', 3, NULL);
insert into outbox ("sequence", "state", "attempts", "trouble") values (4, 'quarantined', 4, 'answers-invalid');
insert into acknowledgements ("sequence", "body", "signature", "received_at") values (1, '{"result":"taken"}', 'platform', '2026-11-26T06:00:00.000Z');
insert into receipts ("sequence", "number", "qr", "paper") values (1, '520103-K012-1-0001-X', 'OW1 1', '{"format":1,"number":1}');
insert into receipts ("sequence", "number", "qr", "paper") values (2, '520103-K012-1-0002-X', 'OW1 2', '{"format":1,"number":2}');
insert into receipts ("sequence", "number", "qr", "paper") values (3, '520103-K012-1-0003-X', 'OW1 3', '{"format":1,"number":3}');
insert into receipts ("sequence", "number", "qr", "paper") values (4, '520103-K012-1-0004-X', 'OW1 4', '{"format":1,"number":4}');
insert into print_jobs ("id", "sequence", "copy", "state", "trouble", "asked_at", "changed_at") values (1, 1, 1, 'sent-to-printer', NULL, '2026-11-26T02:00:00.000Z', '2026-11-26T02:00:00.000Z');
insert into print_jobs ("id", "sequence", "copy", "state", "trouble", "asked_at", "changed_at") values (2, 2, 1, 'sent-to-printer', NULL, '2026-11-26T03:00:00.000Z', '2026-11-26T03:00:00.000Z');
insert into print_jobs ("id", "sequence", "copy", "state", "trouble", "asked_at", "changed_at") values (3, 3, 1, 'sent-to-printer', NULL, '2026-11-26T04:00:00.000Z', '2026-11-26T04:00:00.000Z');
insert into print_jobs ("id", "sequence", "copy", "state", "trouble", "asked_at", "changed_at") values (4, 4, 1, 'sent-to-printer', NULL, '2026-11-26T05:00:00.000Z', '2026-11-26T05:00:00.000Z');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (1, '2026-11-26T01:00:00.000Z', 'enrolled', '{"kiosk":"01999999-0000-7000-8000-000000000009"}', '', 'f8df4ce0afe97c9d98238b5434d86c56b743a41de8b45b0a804bfebec0d3a440');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (2, '2026-11-26T02:00:00.000Z', 'submitted', '{"contentHash":"a99c812f13766fa6c9d6524894996957b9615b52efd27fcb1156ba44fd330011","sequence":1}', 'f8df4ce0afe97c9d98238b5434d86c56b743a41de8b45b0a804bfebec0d3a440', 'c2413f228b5830fa6a309a552c65824ce8a241e4bb5de6335dafd695d6c2f1ad');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (3, '2026-11-26T03:00:00.000Z', 'submitted', '{"contentHash":"94010e45caf8f51efc05e7f045d12d72bd3e72cc67522287c947c61c30f0d12d","sequence":2}', 'c2413f228b5830fa6a309a552c65824ce8a241e4bb5de6335dafd695d6c2f1ad', '6b51aedb2dde7df67df7a18e97423baf6c7a86a45dbcbff2d535f63f575219cd');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (4, '2026-11-26T04:00:00.000Z', 'submitted', '{"contentHash":"275c992a5ca006e10a62c882a0cd53ae0d532ba0005fc9f518f8ccc70a569697","sequence":3}', '6b51aedb2dde7df67df7a18e97423baf6c7a86a45dbcbff2d535f63f575219cd', 'c877011ec6d69da8c9df0aaa3b8cf4e16d94fb0b2676c518e19669eef5dd5de5');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (5, '2026-11-26T05:00:00.000Z', 'submitted', '{"contentHash":"853173c3a524ffc643d774ff50a2ee50f47a9018e6322fd95983810bc543e806","sequence":4}', 'c877011ec6d69da8c9df0aaa3b8cf4e16d94fb0b2676c518e19669eef5dd5de5', 'e06f950727118f8f6eb1484862db6ff802443ac65de6fabe5e56089a7ce5b83d');
insert into question_counts ("day", "procedure", "version", "question", "event", "count") values ('2026-11-26', 'business-registration-llc', '2026.1', '/company/name', 'shown', 3);
insert into platform_clock ("id", "offset_ms", "seen_at") values (1, -1200, '2026-11-26T06:00:00.000Z');

CREATE TRIGGER submissions_are_kept before delete on submissions
    begin select raise(abort, 'submissions are never deleted'); end;

CREATE TRIGGER submissions_do_not_change before update on submissions
    when new.sequence is not old.sequence or new.id is not old.id or new.receipt_number is not old.receipt_number
      or new.content_hash is not old.content_hash or new.signature is not old.signature
      or new.completed_at is not old.completed_at or (new.envelope is not null and new.envelope is not old.envelope)
    begin select raise(abort, 'a submission does not change'); end;

CREATE TRIGGER submissions_follow_each_other before insert on submissions
    when new.sequence <> (select coalesce(max(sequence), 0) + 1 from submissions)
    begin select raise(abort, 'a submission must take the next sequence'); end;

CREATE INDEX outbox_waiting on outbox (sequence) where state in ('queued', 'sending');

CREATE TRIGGER journal_is_kept before delete on journal
    begin select raise(abort, 'the journal only grows'); end;

CREATE TRIGGER journal_does_not_change before update on journal
    begin select raise(abort, 'the journal only grows'); end;
