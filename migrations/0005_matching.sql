create table match_run (
  id uuid primary key,
  programme_id uuid not null references programme,
  status text not null check (status in ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_requested boolean not null default false,
  pairs_done integer not null default 0,
  pairs_total integer not null default 0,
  requested_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create unique index match_run_live on match_run (programme_id) where status in ('queued', 'running');

-- The ranked pairs of the newest finished run; company_a is of the side with the lower position.
create table match (
  programme_id uuid not null references programme,
  company_a uuid not null references company on delete cascade,
  company_b uuid not null references company on delete cascade,
  score numeric(5,2) not null check (score between 0 and 100),
  forward numeric(5,2) not null,
  backward numeric(5,2) not null,
  reasons jsonb not null,
  run_id uuid not null references match_run,
  primary key (programme_id, company_a, company_b)
);
create index match_b on match (programme_id, company_b, score desc);
create index match_a on match (programme_id, company_a, score desc);

create table shortlist_entry (
  programme_id uuid not null references programme,
  company_id uuid not null references company on delete cascade,
  partner_id uuid not null references company on delete cascade,
  note text check (char_length(note) <= 1000),
  added_by uuid not null,
  created_at timestamptz not null,
  primary key (company_id, partner_id),
  check (company_id <> partner_id)
);

-- Interest outside an event.
create table expression_of_interest (
  id uuid primary key,
  programme_id uuid not null references programme,
  company_id uuid not null references company on delete cascade,
  profile_id uuid not null references profile on delete cascade,
  message text check (char_length(message) <= 2000),
  status text not null check (status in ('open', 'welcomed', 'declined', 'withdrawn')),
  created_by uuid not null,
  created_at timestamptz not null,
  answered_at timestamptz
);
create unique index expression_of_interest_live on expression_of_interest (company_id, profile_id) where status = 'open';
