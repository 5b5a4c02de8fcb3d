create table event (
  id uuid primary key,
  programme_id uuid not null references programme,
  name jsonb not null,
  status text not null check (status in ('setup', 'open', 'closed')),
  -- opt-in: a request counts once the guest accepts. opt-out: it counts until the guest declines.
  request_mode text not null check (request_mode in ('opt-in', 'opt-out')),
  request_expiry_hours integer not null check (request_expiry_hours between 1 and 2160),
  max_requests_per_participant integer not null check (max_requests_per_participant between 1 and 500),
  who_may_meet text not null check (who_may_meet in ('across-sides', 'anyone')),
  revision integer not null default 1,
  created_at timestamptz not null
);
comment on column event.name is 'LocalizedText';
create index event_programme on event (programme_id);

create table event_block (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  slot_minutes smallint not null check (slot_minutes between 5 and 240),
  buffer_minutes smallint not null check (buffer_minutes between 0 and 120),
  check (starts_at < ends_at),
  constraint event_block_apart exclude using gist (event_id with =, tstzrange(starts_at, ends_at) with &&)
);

create table timeslot (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  block_id uuid not null references event_block on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at),
  unique (event_id, starts_at)
);

create table place (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  kind text not null check (kind in ('table', 'online')),
  name text not null check (char_length(name) between 1 and 80),
  position integer not null,
  unique (event_id, kind, name)
);

create table participant (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  company_id uuid not null references company,
  status text not null check (status in ('registered', 'withdrawn')),
  -- How many people of the company can sit in meetings at the same time.
  delegates smallint not null check (delegates between 1 and 20),
  attendance text not null check (attendance in ('online', 'onsite')),
  languages text[] not null check (cardinality(languages) > 0),
  max_meetings smallint check (max_meetings between 1 and 200),
  created_at timestamptz not null,
  constraint participant_once unique (event_id, company_id)
);

create table interpreter (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  email text check (char_length(email) <= 320),
  -- "ko-ru": two language codes in alphabetical order.
  language_pairs text[] not null check (cardinality(language_pairs) > 0),
  max_consecutive_minutes smallint check (max_consecutive_minutes between 10 and 600),
  synthetic boolean not null default false,
  created_at timestamptz not null,
  unique (event_id, name)
);

-- When a participant or interpreter is there. No row: the whole event.
create table availability (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  participant_id uuid references participant on delete cascade,
  interpreter_id uuid references interpreter on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (starts_at < ends_at),
  check (num_nonnulls(participant_id, interpreter_id) = 1)
);
create index availability_participant on availability (participant_id);
create index availability_interpreter on availability (interpreter_id);
create index availability_event on availability (event_id);
