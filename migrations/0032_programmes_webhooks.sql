-- Where a programme tells other systems of what happens, and what it has told them.

create table webhook (
  id uuid primary key,
  programme_id uuid not null references programme,
  url text not null check (char_length(url) <= 500),
  -- Stages it hears of; none named: all that may be told.
  stages text[] not null default '{}',
  secret text not null,
  -- Signs as well until then, so that the other side can change over without a gap.
  previous_secret text,
  previous_until timestamptz,
  created_at timestamptz not null,
  paused_at timestamptz,
  removed_at timestamptz,
  check ((previous_secret is null) = (previous_until is null))
);
create index webhook_programme on webhook (programme_id) where removed_at is null;

create table webhook_delivery (
  id uuid primary key,
  programme_id uuid not null references programme,
  webhook_id uuid not null references webhook on delete cascade,
  seq bigint not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  occurred_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- Of the last attempt: an HTTP status or the reason there was none.
  outcome text,
  last_tried_at timestamptz,
  unique (webhook_id, seq)
);
create index webhook_delivery_latest on webhook_delivery (webhook_id, seq desc);
