-- A kiosk's database as the release "4-proved-journal" left it: its schema and one row of every kind. Never edited.

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

CREATE TABLE drafts (
      id text primary key check (length(id) = 36),  -- becomes the submission's id
      wrapped_key blob not null,                    -- this draft's own key, wrapped by the machine's; without it the body is noise
      body blob not null,                           -- AES-256-GCM under that key
      saved_at text not null
    ) strict;

CREATE TABLE staff_list (
    id integer primary key check (id = 1),
    version integer not null check (version >= 0),
    body text not null check (json_valid(body)), -- the platform's words, byte for byte
    signature text not null,
    kept_at text not null
  ) strict;

CREATE TABLE staff_tries (
    number text primary key check (length(number) = 4),
    wrong integer not null check (wrong >= 0),   -- since the last right one; counted before it is judged
    locked_until_ms integer                       -- on the steady time, see below
  ) strict, without rowid;

CREATE TABLE steady_time (
    id integer primary key check (id = 1),
    high_water_ms integer not null                -- the latest moment this machine has seen; never goes back
  ) strict;

CREATE TABLE ratings (
    id text primary key check (length(id) = 36),       -- UUIDv7, the idempotency key
    receipt_number text not null,
    stage text not null,
    rated_at text not null,
    content_hash blob not null unique check (length(content_hash) = 32),
    envelope blob not null,
    signature text not null,
    state text not null default 'queued' check (state in ('queued', 'sending', 'acknowledged', 'refused')),
    attempts integer not null default 0 check (attempts >= 0),
    trouble text,                                      -- stable code of what went wrong last; never a message
    unique (receipt_number, stage)
  ) strict;

CREATE TABLE documents (
    sequence integer not null references submissions (sequence),
    digest text not null unique check (length(digest) = 64), -- SHA-256 of the encrypted bytes; the file's name
    bytes integer not null check (bytes > 0),                -- as encrypted
    state text not null check (state in ('waiting', 'held', 'lost')), -- held: by the platform. lost: the file is gone or altered
    attempts integer not null default 0 check (attempts >= 0),
    trouble text,                                            -- stable code of what went wrong last; never a message
    primary key (sequence, digest)
  ) strict;

CREATE TABLE copy_jobs (
    id integer primary key,
    sequence integer not null references submissions (sequence),
    copy integer not null check (copy >= 1),
    state text not null check (state in ('queued', 'sending', 'sent-to-printer', 'needs-paper', 'failed', 'unknown')),
    trouble text,                        -- stable code of what went wrong last; never a message
    asked_at text not null,
    changed_at text not null,
    unique (sequence, copy)
  ) strict;

CREATE TABLE journal_checkpoint (
    id integer primary key check (id = 1),
    position integer not null check (position > 0), -- every entry up to here was verified
    hash text not null,                             -- of the entry at that position
    verified_at text not null                       -- when all of them were last read again
  ) strict;

CREATE TABLE restored (
    id integer primary key check (id = 1),
    restored_at text not null,                      -- a copy was put back then, and the platform was not asked since
    last integer not null check (last >= 0)         -- the last sequence the copy knew
  ) strict;

insert into knex_migrations ("id", "name", "batch", "migration_time") values (1, '2026-11-24-first', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (2, '2026-11-25-drafts', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (3, '2026-11-25-staff', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (4, '2026-11-25-ratings', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (5, '2026-11-25-documents', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (6, '2026-11-26-copies', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (7, '2026-11-26-storage', 1, 1795651200000);
insert into knex_migrations_lock ("index", "is_locked") values (1, 0);
insert into enrolment ("id", "kiosk", "division", "code", "generation", "platform_url", "platform_signing_key", "sealing_key_id", "sealing_key", "place", "enrolled_at") values (1, '01999999-0000-7000-8000-000000000009', '520103', 'K012', '1', 'https://platform.example', 'c2lnbg==', 'seal-1', 'c2VhbA==', '{"office":{"zh-CN":"政务大厅","en":"Hall"},"kiosk":{"zh-CN":"12号机","en":"Kiosk 12"}}', '2026-11-26T01:00:00.000Z');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (1, '01999999-0000-7000-8000-000000000001', '520103-K012-1-0001-X', 'business-registration-llc', '2026.1', '2026-11-26T02:00:00.000Z', X'14D404328837EC61C30EEEF99DA3F6A3D74C483BD67BBEE1C29CAB1C7D82948B', X'7B227365616C6564223A226170706C69636174696F6E2031206F6620342D70726F7665642D6A6F75726E616C227D', 'signature 1');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (2, '01999999-0000-7000-8000-000000000002', '520103-K012-1-0002-X', 'business-registration-llc', '2026.1', '2026-11-26T03:00:00.000Z', X'D99D3C2FE679D40C54E35740E46C5973C564D6D66BCFCF80E147C24E6CAE1EB8', X'7B227365616C6564223A226170706C69636174696F6E2032206F6620342D70726F7665642D6A6F75726E616C227D', 'signature 2');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (3, '01999999-0000-7000-8000-000000000003', '520103-K012-1-0003-X', 'business-registration-llc', '2026.1', '2026-11-26T04:00:00.000Z', X'580B02502600FE378CDE854AD7315BD2CB8AF26E1CE05B8B43D73F2386F94581', X'7B227365616C6564223A226170706C69636174696F6E2033206F6620342D70726F7665642D6A6F75726E616C227D', 'signature 3');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (4, '01999999-0000-7000-8000-000000000004', '520103-K012-1-0004-X', 'business-registration-llc', '2026.1', '2026-11-26T05:00:00.000Z', X'4D50C4063F871314D63126287BD96AD6715D1F3E1A30E333FC6A381AF68264FF', X'7B227365616C6564223A226170706C69636174696F6E2034206F6620342D70726F7665642D6A6F75726E616C227D', 'signature 4');
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
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (2, '2026-11-26T02:00:00.000Z', 'submitted', '{"contentHash":"14d404328837ec61c30eeef99da3f6a3d74c483bd67bbee1c29cab1c7d82948b","sequence":1}', 'f8df4ce0afe97c9d98238b5434d86c56b743a41de8b45b0a804bfebec0d3a440', 'e0d5380eee916a51efedc75828d343ca6f04829f3647c54ac441b9c3e040b5a6');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (3, '2026-11-26T03:00:00.000Z', 'submitted', '{"contentHash":"d99d3c2fe679d40c54e35740e46c5973c564d6d66bcfcf80e147c24e6cae1eb8","sequence":2}', 'e0d5380eee916a51efedc75828d343ca6f04829f3647c54ac441b9c3e040b5a6', 'dbb5099f384e35552b8b5c3941525cf1292edbc88080b03ee223fa76d2d7cb7a');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (4, '2026-11-26T04:00:00.000Z', 'submitted', '{"contentHash":"580b02502600fe378cde854ad7315bd2cb8af26e1ce05b8b43d73f2386f94581","sequence":3}', 'dbb5099f384e35552b8b5c3941525cf1292edbc88080b03ee223fa76d2d7cb7a', '922972aa2171dddf19a7bc06c1973a9661b59c07d398e64758ca52976a3a79b6');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (5, '2026-11-26T05:00:00.000Z', 'submitted', '{"contentHash":"4d50c4063f871314d63126287bd96ad6715d1f3e1a30e333fc6a381af68264ff","sequence":4}', '922972aa2171dddf19a7bc06c1973a9661b59c07d398e64758ca52976a3a79b6', '32112133fe3b6baf2b7e782a43f4fb803e41221c6428056a9071968507b4b7d8');
insert into question_counts ("day", "procedure", "version", "question", "event", "count") values ('2026-11-26', 'business-registration-llc', '2026.1', '/company/name', 'shown', 3);
insert into platform_clock ("id", "offset_ms", "seen_at") values (1, -1200, '2026-11-26T06:00:00.000Z');
insert into drafts ("id", "wrapped_key", "body", "saved_at") values ('01999999-0000-7000-8000-000000000007', X'612077726170706564206B6579', X'61207365616C65642063617365', '2026-11-26T07:00:00.000Z');
insert into staff_list ("id", "version", "body", "signature", "kept_at") values (1, 3, '{"accounts":[]}', 'platform', '2026-11-26T07:00:00.000Z');
insert into staff_tries ("number", "wrong", "locked_until_ms") values ('0001', 2, NULL);
insert into steady_time ("id", "high_water_ms") values (1, 1795000000000);
insert into ratings ("id", "receipt_number", "stage", "rated_at", "content_hash", "envelope", "signature", "state", "attempts", "trouble") values ('01999999-0000-7000-8000-000000000008', '520103-K012-1-0001-X', 'submission', '2026-11-26T07:00:00.000Z', X'112895D7AF6C125315CD807A911473C05EB9779BF7CD459C5E29DB919CCBF408', X'61207365616C656420726174696E67', 's', 'queued', 1, NULL);
insert into documents ("sequence", "digest", "bytes", "state", "attempts", "trouble") values (1, 'caa0c419ed4b5d7628d1ce29a28ca67850f779c4d929febffc192a514f1e186e', 100, 'held', 1, NULL);
insert into documents ("sequence", "digest", "bytes", "state", "attempts", "trouble") values (3, '3d2a8e9d4efc4bbf49fd1f0d83228a4a775c4c44c36fe635515e2d0f589da3f6', 300, 'waiting', 1, NULL);
insert into copy_jobs ("id", "sequence", "copy", "state", "trouble", "asked_at", "changed_at") values (1, 1, 1, 'sent-to-printer', NULL, '2026-11-26T07:00:00.000Z', '2026-11-26T07:00:00.000Z');
insert into journal_checkpoint ("id", "position", "hash", "verified_at") values (1, 5, '32112133fe3b6baf2b7e782a43f4fb803e41221c6428056a9071968507b4b7d8', '2026-11-26T08:00:00.000Z');
insert into restored ("id", "restored_at", "last") values (1, '2026-11-26T08:00:00.000Z', 4);

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

CREATE TRIGGER staff_list_never_older before update on staff_list
    when new.version < old.version
    begin select raise(abort, 'an older list of staff is not taken'); end;

CREATE INDEX ratings_waiting on ratings (rated_at) where state in ('queued', 'sending');

CREATE TRIGGER ratings_are_kept before delete on ratings
    begin select raise(abort, 'ratings are never deleted'); end;

CREATE TRIGGER ratings_do_not_change before update on ratings
    when new.id is not old.id or new.receipt_number is not old.receipt_number or new.stage is not old.stage
      or new.content_hash is not old.content_hash or new.envelope is not old.envelope
      or new.signature is not old.signature
    begin select raise(abort, 'a rating does not change'); end;

CREATE INDEX documents_waiting on documents (sequence) where state = 'waiting';

CREATE TRIGGER documents_are_kept before delete on documents
    begin select raise(abort, 'what was handed in stays named'); end;

CREATE TRIGGER documents_do_not_change before update on documents
    when new.sequence is not old.sequence or new.digest is not old.digest or new.bytes is not old.bytes
    begin select raise(abort, 'a document does not change'); end;

CREATE TRIGGER journal_follows before insert on journal
    when new.position <> (select coalesce(max(position), 0) + 1 from journal)
      or new.previous <> coalesce((select hash from journal order by position desc limit 1), '')
    begin select raise(abort, 'an entry must follow the last one'); end;

CREATE UNIQUE INDEX journal_submitted on journal (json_extract(body, '$.sequence')) where kind = 'submitted';
