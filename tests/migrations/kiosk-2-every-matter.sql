-- A kiosk's database as the release "2-every-matter" left it: its schema and one row of every kind. Never edited.

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

insert into knex_migrations ("id", "name", "batch", "migration_time") values (1, '2026-11-24-first', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (2, '2026-11-25-drafts', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (3, '2026-11-25-staff', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (4, '2026-11-25-ratings', 1, 1795651200000);
insert into knex_migrations ("id", "name", "batch", "migration_time") values (5, '2026-11-25-documents', 1, 1795651200000);
insert into knex_migrations_lock ("index", "is_locked") values (1, 0);
insert into enrolment ("id", "kiosk", "division", "code", "generation", "platform_url", "platform_signing_key", "sealing_key_id", "sealing_key", "place", "enrolled_at") values (1, '01999999-0000-7000-8000-000000000009', '520103', 'K012', '1', 'https://platform.example', 'c2lnbg==', 'seal-1', 'c2VhbA==', '{"office":{"zh-CN":"政务大厅","en":"Hall"},"kiosk":{"zh-CN":"12号机","en":"Kiosk 12"}}', '2026-11-26T01:00:00.000Z');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (1, '01999999-0000-7000-8000-000000000001', '520103-K012-1-0001-X', 'business-registration-llc', '2026.1', '2026-11-26T02:00:00.000Z', X'D3CCCEB2C19A22C293D58D3AECC57819621176FA2CC2C3B6C902814847390D1D', X'7B227365616C6564223A226170706C69636174696F6E2031206F6620322D65766572792D6D6174746572227D', 'signature 1');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (2, '01999999-0000-7000-8000-000000000002', '520103-K012-1-0002-X', 'business-registration-llc', '2026.1', '2026-11-26T03:00:00.000Z', X'563AB5681B1A7F567CE97FB948F514E5F52F5672807DEB6E92C1A2F1CAE0D6AC', X'7B227365616C6564223A226170706C69636174696F6E2032206F6620322D65766572792D6D6174746572227D', 'signature 2');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (3, '01999999-0000-7000-8000-000000000003', '520103-K012-1-0003-X', 'business-registration-llc', '2026.1', '2026-11-26T04:00:00.000Z', X'12217A294FC8581F87A2CDA827C6A1BF635B5A35577C5B31C01ED0F61AAFEFAD', X'7B227365616C6564223A226170706C69636174696F6E2033206F6620322D65766572792D6D6174746572227D', 'signature 3');
insert into submissions ("sequence", "id", "receipt_number", "procedure", "procedure_version", "completed_at", "content_hash", "envelope", "signature") values (4, '01999999-0000-7000-8000-000000000004', '520103-K012-1-0004-X', 'business-registration-llc', '2026.1', '2026-11-26T05:00:00.000Z', X'BB026B838EF011D99F1A840684ED6491EC2A6566444250F1E1910E0BA798C695', X'7B227365616C6564223A226170706C69636174696F6E2034206F6620322D65766572792D6D6174746572227D', 'signature 4');
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
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (2, '2026-11-26T02:00:00.000Z', 'submitted', '{"contentHash":"d3ccceb2c19a22c293d58d3aecc57819621176fa2cc2c3b6c902814847390d1d","sequence":1}', 'f8df4ce0afe97c9d98238b5434d86c56b743a41de8b45b0a804bfebec0d3a440', '63bc67d486f267a5454c03f158a29f197e62e863e3bde974100cf36bd6bc453d');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (3, '2026-11-26T03:00:00.000Z', 'submitted', '{"contentHash":"563ab5681b1a7f567ce97fb948f514e5f52f5672807deb6e92c1a2f1cae0d6ac","sequence":2}', '63bc67d486f267a5454c03f158a29f197e62e863e3bde974100cf36bd6bc453d', '7dca832dc6ee40a32e20d6510b3cce3e8ad7cbf1bd8f49fd6647c0fde255e81b');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (4, '2026-11-26T04:00:00.000Z', 'submitted', '{"contentHash":"12217a294fc8581f87a2cda827c6a1bf635b5a35577c5b31c01ed0f61aafefad","sequence":3}', '7dca832dc6ee40a32e20d6510b3cce3e8ad7cbf1bd8f49fd6647c0fde255e81b', '8cceccaea9cc70d69d439ca19335214904d7ffe433c1a7588b4e6b4a6edb0ca9');
insert into journal ("position", "at", "kind", "body", "previous", "hash") values (5, '2026-11-26T05:00:00.000Z', 'submitted', '{"contentHash":"bb026b838ef011d99f1a840684ed6491ec2a6566444250f1e1910e0ba798c695","sequence":4}', '8cceccaea9cc70d69d439ca19335214904d7ffe433c1a7588b4e6b4a6edb0ca9', '1e7e0ddff1704ec6654ad786386bedbd91c7e405f5aadf5a552bd05294979fa3');
insert into question_counts ("day", "procedure", "version", "question", "event", "count") values ('2026-11-26', 'business-registration-llc', '2026.1', '/company/name', 'shown', 3);
insert into platform_clock ("id", "offset_ms", "seen_at") values (1, -1200, '2026-11-26T06:00:00.000Z');
insert into drafts ("id", "wrapped_key", "body", "saved_at") values ('01999999-0000-7000-8000-000000000007', X'612077726170706564206B6579', X'61207365616C65642063617365', '2026-11-26T07:00:00.000Z');
insert into staff_list ("id", "version", "body", "signature", "kept_at") values (1, 3, '{"accounts":[]}', 'platform', '2026-11-26T07:00:00.000Z');
insert into staff_tries ("number", "wrong", "locked_until_ms") values ('0001', 2, NULL);
insert into steady_time ("id", "high_water_ms") values (1, 1795000000000);
insert into ratings ("id", "receipt_number", "stage", "rated_at", "content_hash", "envelope", "signature", "state", "attempts", "trouble") values ('01999999-0000-7000-8000-000000000008', '520103-K012-1-0001-X', 'submission', '2026-11-26T07:00:00.000Z', X'112895D7AF6C125315CD807A911473C05EB9779BF7CD459C5E29DB919CCBF408', X'61207365616C656420726174696E67', 's', 'queued', 1, NULL);
insert into documents ("sequence", "digest", "bytes", "state", "attempts", "trouble") values (1, 'caa0c419ed4b5d7628d1ce29a28ca67850f779c4d929febffc192a514f1e186e', 100, 'held', 1, NULL);
insert into documents ("sequence", "digest", "bytes", "state", "attempts", "trouble") values (3, '3d2a8e9d4efc4bbf49fd1f0d83228a4a775c4c44c36fe635515e2d0f589da3f6', 300, 'waiting', 1, NULL);

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
