-- What an operator sets up about a programme: which parts it uses, how it looks, how its mails are worded, and that it
-- is over.

alter table programme
  -- Parts the programme does without.
  add column features_off text[] not null default '{}',
  -- Over: everything can be read, nothing written, until it is restored.
  add column archived_at timestamptz,
  add column brand_name jsonb not null default '{}',
  add column accent text check (accent ~ '^#[0-9a-f]{6}$'),
  add column logo_file_id uuid references stored_file;
comment on column programme.brand_name is 'LocalizedText';

-- An operator's own words in the mails of a programme; what is null is ours.
create table mail_wording (
  programme_id uuid not null references programme,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  locale text not null check (locale in ('ko', 'ru', 'en')),
  -- One line: a line break would begin another header.
  subject text check (char_length(subject) between 1 and 150 and subject !~ '[[:cntrl:]]'),
  intro text check (char_length(intro) between 1 and 1000),
  footer text check (char_length(footer) between 1 and 1000),
  updated_at timestamptz not null,
  primary key (programme_id, kind, locale),
  check (num_nonnulls(subject, intro, footer) > 0)
);

-- What was removed, whole, so that it can come back for a while.
create table removed_record (
  id uuid primary key,
  programme_id uuid not null references programme,
  kind text not null check (kind in ('event', 'company')),
  subject_id uuid not null,
  name jsonb not null,
  -- How many rows of which table went.
  counts jsonb not null,
  -- The rows themselves by table, those that others point to first.
  contents jsonb not null,
  removed_at timestamptz not null,
  removed_by uuid,
  restored_at timestamptz
);
comment on column removed_record.name is 'LocalizedText';
create index removed_record_programme on removed_record (programme_id, removed_at desc);
