-- What every module stands on: the journal, the mail outbox and stored files.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

-- Transaction numbers belong to a server. A database restored on another one goes on in a new era.
create sequence journal_era;
create function current_journal_era() returns bigint language sql stable as 'select last_value from journal_era';

-- Audit trail and outbox in one. `tx` beside `seq` lets a reader wait until every transaction that could
-- still add an earlier entry has ended: sequence numbers alone are given out before the commit.
create table journal_entry (
  seq bigint generated always as identity primary key,
  era bigint not null default current_journal_era(),
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  programme_id uuid,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text
);
create index journal_entry_reading_order on journal_entry (era, tx, seq);
create index journal_entry_subject on journal_entry (subject_kind, subject_id, seq);
create index journal_entry_programme on journal_entry (programme_id, seq);

create function refuse_journal_change() returns trigger language plpgsql as $$
begin
  raise exception 'journal entries are only ever added' using errcode = 'restrict_violation';
end
$$;
create trigger journal_entry_append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_journal_change();

-- How far each reader has come: the last entry it has seen.
create table journal_cursor (
  reader text primary key,
  era bigint not null,
  tx xid8 not null,
  seq bigint not null
);

create table mail (
  id uuid primary key,
  dedupe_key text not null unique,
  to_address text not null,
  to_name text,
  locale text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  attachments jsonb not null default '[]',
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_queued on mail (created_at) where status = 'queued';

create table stored_file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  name text not null,
  created_at timestamptz not null default now()
);
create index stored_file_sha256 on stored_file (sha256);
