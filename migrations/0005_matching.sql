-- How much each kind of evidence counts, as multiples of the engine's own weights. Never changed: a programme goes
-- back by choosing an earlier one.
create table match_weighting (
  id uuid primary key,
  programme_id uuid not null references programme,
  number integer not null,
  topic numeric(4,2) not null check (topic between 0 and 3),
  wording numeric(4,2) not null check (wording between 0 and 3),
  embedding numeric(4,2) not null check (embedding between 0 and 3),
  note text check (char_length(note) <= 500),
  created_by uuid,
  created_at timestamptz not null,
  unique (programme_id, number),
  check (topic + wording + embedding > 0)
);

-- With which weighting the next run ranks; no row: the engine's own weights.
create table match_weighting_choice (
  programme_id uuid primary key references programme,
  weighting_id uuid not null references match_weighting
);

create table match_run (
  id uuid primary key,
  programme_id uuid not null references programme,
  status text not null check (status in ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_requested boolean not null default false,
  pairs_done integer not null default 0,
  pairs_total integer not null default 0,
  requested_by uuid,
  -- Null: the engine's own weights.
  weighting_id uuid references match_weighting,
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
create index expression_of_interest_company on expression_of_interest (company_id);
create index expression_of_interest_profile on expression_of_interest (profile_id);
create index expression_of_interest_programme on expression_of_interest (programme_id, created_at);

-- What came of a pair, as its stage says it, with the score the pair had then: labels for judging a weighting.
create table match_fact (
  source_id uuid not null,
  kind text not null check (kind in ('accepted', 'declined', 'met', 'signed')),
  programme_id uuid not null references programme,
  -- Who asked and who was asked; where nobody asked, in any order.
  company_id uuid not null references company on delete cascade,
  partner_id uuid not null references company on delete cascade,
  score numeric(5,2),
  happened_at timestamptz not null,
  primary key (source_id, kind),
  check (company_id <> partner_id)
);
create index match_fact_programme on match_fact (programme_id, happened_at);

-- What a machine made of a profile in another language. Not part of the profile until a person approves it.
create table profile_translation (
  id uuid primary key,
  programme_id uuid not null references programme,
  profile_id uuid not null references profile on delete cascade,
  source_locale text not null check (source_locale in ('ko', 'ru', 'en')),
  target_locale text not null check (target_locale in ('ko', 'ru', 'en')),
  -- Of the profile when it was sent: a draft of older words is not taken over.
  profile_revision integer not null,
  texts jsonb not null,
  model text not null,
  status text not null check (status in ('draft', 'approved', 'discarded')),
  created_by uuid not null,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  check (source_locale <> target_locale)
);
comment on column profile_translation.texts is 'json: TranslatedTexts from ../domain/translated-texts.ts';
create unique index profile_translation_draft on profile_translation (profile_id, target_locale) where status = 'draft';
