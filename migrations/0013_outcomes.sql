-- Numbers that were published. They stand beside what the records give and are never merged with it.
create table announced_figure (
  id uuid primary key,
  programme_id uuid not null references programme,
  figure text not null check (figure ~ '^[a-z][a-z0-9-]{1,60}$'),
  value numeric not null,
  unit text not null,
  name jsonb not null,
  as_of date,
  source text not null,
  -- Why it differs from what the records give, as far as somebody knows.
  explanation jsonb not null default '{}',
  created_at timestamptz not null
);
comment on column announced_figure.name is 'LocalizedText';
comment on column announced_figure.explanation is 'LocalizedText';
create index announced_figure_programme on announced_figure (programme_id, figure);

-- What came of it. A change closes the row and opens the next one: a figure can be counted as of any instant.
create table outcome (
  id uuid not null,
  revision integer not null,
  programme_id uuid not null references programme,
  -- What is counted: an agreement, a payment, or the operator's own reference. The same thing counts once.
  reference text not null check (char_length(reference) between 1 and 80),
  kind text not null check (kind in ('investment', 'joint-development', 'memorandum', 'licence', 'supply', 'contract', 'payment', 'incorporation', 'residence', 'talks', 'other')),
  title jsonb not null,
  parties jsonb not null,
  basis text not null check (basis in ('talked', 'pursued', 'signed', 'paid')),
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  grade text not null check (grade in ('claimed', 'one-side', 'both-sides', 'document', 'third-party')),
  happened_on date not null,
  event_id uuid references event,
  request_id uuid references meeting_request,
  agreement_id uuid references agreement,
  commitment_id uuid references commitment,
  evidence text check (char_length(evidence) <= 500),
  conversions jsonb not null default '[]',
  announcements jsonb not null default '[]',
  -- Companies of the parties that said it is so.
  confirmed_by uuid[] not null default '{}',
  status text not null check (status in ('recorded', 'withdrawn')),
  reason text check (char_length(reason) <= 500),
  recorded_by uuid,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (id, revision),
  check ((amount_minor is null) = (currency is null))
);
comment on column outcome.title is 'LocalizedText';
comment on column outcome.parties is 'json: OutcomeParty[] from ../domain/outcome.ts';
comment on column outcome.conversions is 'json: Conversion[] from ../domain/conversion.ts';
comment on column outcome.announcements is 'json: Announcement[] from ../domain/outcome.ts';
create unique index outcome_current on outcome (id) where valid_until is null;
create unique index outcome_once on outcome (programme_id, reference, basis) where valid_until is null and status = 'recorded';
create index outcome_programme on outcome (programme_id, valid_from);

-- A number as a question to the records: what is counted, which of them, how.
create table figure (
  id uuid primary key,
  programme_id uuid not null references programme,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,60}$'),
  name jsonb not null,
  definition jsonb not null,
  created_by uuid,
  created_at timestamptz not null,
  constraint figure_code unique (programme_id, code)
);
comment on column figure.name is 'LocalizedText';
comment on column figure.definition is 'json: FigureDefinition from ../domain/definition.ts';

-- A figure as it was at an instant, with the list behind it. The hash is over definition, instant, value and list.
create table figure_snapshot (
  id uuid primary key,
  programme_id uuid not null references programme,
  figure_id uuid not null references figure,
  value numeric,
  unit text not null,
  as_of timestamptz not null,
  records jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  frozen_by uuid,
  frozen_at timestamptz not null
);
comment on column figure_snapshot.records is 'json: CountedRecord[] from ../domain/definition.ts';
create index figure_snapshot_figure on figure_snapshot (figure_id, as_of desc);
