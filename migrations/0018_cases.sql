-- What follows a meeting: two companies, somebody who looks after them, and what is to be done next.
create table cooperation_case (
  id uuid primary key,
  programme_id uuid not null references programme,
  -- The meeting it came from; null for one opened by hand.
  request_id uuid references meeting_request,
  host_company_id uuid not null references company,
  guest_company_id uuid not null references company,
  about text check (char_length(about) between 1 and 500),
  state text not null check (state in ('first-contact', 'information-requested', 'interest-sent', 'contact-started', 'negotiating', 'agreement-effected', 'on-hold', 'not-interested')),
  owner_id uuid references person on delete set null,
  next_action text check (char_length(next_action) between 1 and 500),
  next_action_on date,
  -- Came from a confidential log: for those who run the programme only.
  confidential boolean not null default false,
  revision integer not null default 1,
  opened_by uuid,
  opened_at timestamptz not null,
  -- In this state since.
  moved_at timestamptz not null,
  updated_at timestamptz not null,
  constraint cooperation_case_pair check (host_company_id <> guest_company_id),
  check (next_action_on is null or next_action is not null)
);
create unique index cooperation_case_meeting on cooperation_case (request_id) where request_id is not null;
create index cooperation_case_programme on cooperation_case (programme_id);
create index cooperation_case_due on cooperation_case (next_action_on) where next_action_on is not null;

-- Every step of a case stays on record.
create table cooperation_case_step (
  id uuid primary key,
  case_id uuid not null references cooperation_case on delete cascade,
  kind text not null check (kind in ('opened', 'moved', 'transferred', 'planned')),
  -- A state, or what was to be done.
  from_text text check (char_length(from_text) <= 500),
  to_text text check (char_length(to_text) <= 500),
  from_person_id uuid references person on delete set null,
  to_person_id uuid references person on delete set null,
  due_on date,
  by_person_id uuid references person on delete set null,
  at timestamptz not null
);
create index cooperation_case_step_case on cooperation_case_step (case_id, at);

create table cooperation_case_note (
  id uuid primary key,
  case_id uuid not null references cooperation_case on delete cascade,
  text text not null check (char_length(text) between 1 and 4000),
  written_by uuid references person on delete set null,
  written_at timestamptz not null
);
create index cooperation_case_note_case on cooperation_case_note (case_id, written_at);

create table cooperation_case_document (
  id uuid primary key,
  case_id uuid not null references cooperation_case on delete cascade,
  file_id uuid not null references stored_file,
  added_by uuid references person on delete set null,
  added_at timestamptz not null
);
create index cooperation_case_document_case on cooperation_case_document (case_id, added_at);
