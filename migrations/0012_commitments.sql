-- Dated promises of an agreement, what was shown for them, and what the sides say of that.

create table commitment (
  id uuid primary key,
  programme_id uuid not null references programme,
  agreement_id uuid not null references agreement,
  -- Whose promise it is.
  party_id uuid not null references agreement_party,
  -- Of the milestone of the agreement it came from; null for one entered by hand.
  milestone_key text check (char_length(milestone_key) <= 60),
  what jsonb not null,
  due_on date,
  -- Of the owner: the day ends by this clock.
  time_zone text not null,
  evidence_kind text not null check (evidence_kind in ('document', 'measurement', 'registration', 'payment', 'visit', 'delivery')),
  status text not null check (status in ('open', 'evidence-given', 'accepted', 'objected', 'fulfilled', 'overdue', 'suspended-by-law', 'withdrawn', 'not-followed')),
  -- What a suspended one goes back to.
  suspended_from text,
  overdue_since date,
  fulfilled_at timestamptz,
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  criteria jsonb not null default '[]',
  source text check (char_length(source) <= 500),
  note jsonb not null default '{}',
  reason text check (char_length(reason) <= 1000),
  revision integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((amount_minor is null) = (currency is null)),
  check ((status = 'suspended-by-law') = (suspended_from is not null))
);
comment on column commitment.what is 'LocalizedText';
comment on column commitment.note is 'LocalizedText';
comment on column commitment.criteria is 'json: Criterion[] from ../domain/acceptance/criterion.ts';
create unique index commitment_milestone on commitment (agreement_id, milestone_key) where milestone_key is not null;
create index commitment_programme on commitment (programme_id, due_on);
create index commitment_agreement on commitment (agreement_id);
create index commitment_due on commitment (due_on) where status in ('open', 'objected');

-- Where the due date stood before, and why it was moved.
create table commitment_move (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  from_on date,
  to_on date,
  reason text not null check (char_length(reason) between 1 and 1000),
  moved_by uuid,
  moved_at timestamptz not null
);
create index commitment_move_commitment on commitment_move (commitment_id, moved_at);

create table commitment_evidence (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  party_id uuid not null references agreement_party,
  note text not null check (char_length(note) between 1 and 2000),
  file_id uuid references stored_file,
  -- What the measurement file gave: quantities, the computation, and how each criterion stands.
  assessment jsonb,
  given_by uuid,
  given_at timestamptz not null
);
comment on column commitment_evidence.assessment is 'json: Assessment from ../domain/acceptance/assessment.ts';
create index commitment_evidence_commitment on commitment_evidence (commitment_id, given_at);

-- One word of each party on each piece of evidence.
create table commitment_verdict (
  evidence_id uuid not null references commitment_evidence on delete cascade,
  party_id uuid not null references agreement_party,
  verdict text not null check (verdict in ('accept', 'object')),
  reason text check (char_length(reason) <= 1000),
  given_by uuid,
  given_at timestamptz not null,
  primary key (evidence_id, party_id)
);
