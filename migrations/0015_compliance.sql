-- Watch lists and their versions, who was checked against them and what people decided, technology questionnaires.

-- What a programme demands. Without a row, or with in_force false, screening is not in force: nothing is checked and every screen says so.
create table screening_policy (
  programme_id uuid primary key references programme on delete cascade,
  in_force boolean not null default false,
  threshold double precision not null check (threshold between 0.5 and 1),
  max_list_age_days integer not null check (max_list_age_days between 1 and 366),
  max_screening_age_days integer not null check (max_screening_age_days between 1 and 366),
  -- True: an agreement without an answered questionnaire does not pass; false: that is only pointed out.
  technology_required boolean not null default false,
  revision integer not null default 1,
  updated_by uuid,
  updated_at timestamptz not null
);

create table watch_list (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  -- The operator's short word for it ("ofac-sdn"); one list, many versions.
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name text not null check (char_length(name) between 1 and 200),
  format text not null check (char_length(format) between 1 and 40),
  source text check (char_length(source) <= 500),
  -- Made up for trying out: everything that comes of it is marked so.
  fictional boolean not null default false,
  current_version_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null,
  constraint watch_list_code unique (programme_id, code)
);

create table watch_list_version (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  list_id uuid not null references watch_list on delete cascade,
  number integer not null,
  file_name text not null check (char_length(file_name) between 1 and 255),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  entry_count integer not null check (entry_count > 0),
  -- The day the publisher gives; null where nobody said.
  published_on date,
  imported_by uuid,
  imported_at timestamptz not null,
  -- When it was last read again and was the same.
  confirmed_at timestamptz not null,
  constraint watch_list_version_number unique (list_id, number)
);
alter table watch_list add foreign key (current_version_id) references watch_list_version;

-- Entries of the current version only; a hit keeps a copy of the entry it was found with.
create table watch_list_entry (
  version_id uuid not null references watch_list_version on delete cascade,
  position integer not null,
  entry jsonb not null,
  primary key (version_id, position)
);
comment on column watch_list_entry.entry is 'json: ListEntry from ../domain/party.ts';

-- One row for each party of a programme, whatever names it: a company, a party of an agreement, a name that was asked after.
create table screening (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  subject_kind text not null check (subject_kind in ('company', 'agreement-party', 'person', 'prospect')),
  subject_id uuid not null,
  party jsonb not null,
  owners jsonb not null default '[]',
  -- SHA-256 over party and owners: another one makes the check stale.
  party_hash text not null check (party_hash ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('unscreened', 'clear', 'hit', 'false-positive', 'escalated', 'cleared-with-conditions', 'licence-required', 'licence-on-file', 'blocked', 'suspended-by-law')),
  check_id uuid,
  reason text check (char_length(reason) <= 2000),
  -- By what the party differs from who is listed.
  attribute text check (char_length(attribute) <= 60),
  conditions text check (char_length(conditions) <= 2000),
  escalated_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint screening_subject unique (programme_id, subject_kind, subject_id)
);
comment on column screening.party is 'json: PartyFacts from ../domain/party.ts';
comment on column screening.owners is 'json: Owner[] from ../domain/ownership.ts';
create index screening_programme on screening (programme_id, state);

-- What was looked at and what was found. Never changed: an old decision stays explained by the check it was made on.
create table screening_check (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  screening_id uuid not null references screening on delete cascade,
  party jsonb not null,
  owners jsonb not null,
  party_hash text not null,
  matcher_version text not null,
  threshold double precision not null,
  -- The versions that were current, in the order of their ids.
  list_version_ids uuid[] not null,
  service text check (char_length(service) <= 200),
  as_of date,
  hits jsonb not null,
  checked_at timestamptz not null
);
comment on column screening_check.party is 'json: PartyFacts from ../domain/party.ts';
comment on column screening_check.owners is 'json: Owner[] from ../domain/ownership.ts';
comment on column screening_check.hits is 'json: FoundHit[] from ../domain/party.ts';
create index screening_check_screening on screening_check (screening_id, checked_at desc);
alter table screening add foreign key (check_id) references screening_check;

create table screening_decision (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  screening_id uuid not null references screening on delete cascade,
  check_id uuid references screening_check,
  from_state text not null,
  to_state text not null,
  reason text not null check (char_length(reason) between 1 and 2000),
  attribute text check (char_length(attribute) <= 60),
  conditions text check (char_length(conditions) <= 2000),
  decided_by uuid,
  decided_at timestamptz not null
);
create index screening_decision_screening on screening_decision (screening_id, decided_at);

-- Of a party (screening_id) or of a technology (questionnaire_id).
create table compliance_licence (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  screening_id uuid references screening on delete cascade,
  questionnaire_id uuid,
  number text not null check (char_length(number) between 1 and 80),
  authority text not null check (char_length(authority) between 1 and 200),
  scope text not null check (char_length(scope) between 1 and 1000),
  valid_from date not null,
  expires_on date not null check (expires_on >= valid_from),
  added_by uuid,
  added_at timestamptz not null,
  check ((screening_id is null) <> (questionnaire_id is null))
);
create index compliance_licence_screening on compliance_licence (screening_id);
create index compliance_licence_questionnaire on compliance_licence (questionnaire_id);

-- What makes the gates weaker is asked for by one person and confirmed by another.
create table screening_proposal (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  kind text not null check (kind in ('switch-off', 'retire-list')),
  list_id uuid references watch_list,
  reason text not null check (char_length(reason) between 1 and 2000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  outcome text check (outcome in ('confirmed', 'rejected')),
  decided_by uuid,
  decided_at timestamptz,
  check ((kind = 'retire-list') = (list_id is not null)),
  check (decided_by is null or decided_by <> proposed_by)
);
create unique index screening_proposal_open on screening_proposal (programme_id, kind, list_id) nulls not distinct where outcome is null;

create table technology_questionnaire (
  id uuid primary key,
  programme_id uuid not null references programme on delete cascade,
  -- What it is about; 'other' for a technology without a record of its own.
  subject_kind text not null check (subject_kind in ('agreement', 'profile', 'other')),
  subject_id uuid not null,
  title text not null check (char_length(title) between 1 and 300),
  technology text not null check (char_length(technology) between 1 and 60),
  answers jsonb not null,
  -- Entries to check as they were named then, with the version of the table.
  entries jsonb not null,
  table_version text not null,
  state text not null check (state in ('to-check', 'no-licence-needed', 'licence-required', 'licence-on-file')),
  reason text check (char_length(reason) <= 2000),
  expires_on date,
  determined_by uuid,
  determined_at timestamptz,
  revision integer not null default 1,
  created_at timestamptz not null,
  constraint technology_questionnaire_subject unique (programme_id, subject_kind, subject_id)
);
comment on column technology_questionnaire.answers is 'json: Answer[] from ../domain/technology.ts';
comment on column technology_questionnaire.entries is 'json: EntryToCheck[] from ../domain/technology.ts';
alter table compliance_licence add foreign key (questionnaire_id) references technology_questionnaire on delete cascade;
