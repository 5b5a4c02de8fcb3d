-- What the people of a meeting write down of it, each side and the interpreter for themselves, and the word of both
-- sides that it stands.

-- One row for each meeting of which something was written; its revision counts every change of any log, so that
-- nobody signs what they have not seen.
create table meeting_record (
  request_id uuid primary key references meeting_request,
  programme_id uuid not null references programme,
  revision integer not null default 0,
  host_signed_by uuid references person on delete set null,
  host_signed_at timestamptz,
  guest_signed_by uuid references person on delete set null,
  guest_signed_at timestamptz,
  -- Both sides have signed: nothing changes any more.
  signed_off_at timestamptz,
  created_at timestamptz not null,
  check ((signed_off_at is not null) = (host_signed_at is not null and guest_signed_at is not null))
);
create index meeting_record_programme on meeting_record (programme_id);

create table meeting_log (
  id uuid primary key,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_record on delete cascade,
  written_as text not null check (written_as in ('host', 'guest', 'interpreter')),
  -- Who wrote last; colleagues of a side share its log.
  person_id uuid references person on delete set null,
  attended text not null check (attended in ('both', 'host', 'guest', 'nobody')),
  interest smallint check (interest between 1 and 5),
  agreement_kind text not null check (agreement_kind in ('none', 'nda', 'mou', 'joint-development', 'investment', 'technical-assistance', 'licence', 'supply')),
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  amount_basis text check (amount_basis in ('talked', 'pursued')),
  note text check (char_length(note) <= 2000),
  next_step text check (char_length(next_step) <= 500),
  next_step_on date,
  confidential boolean not null default false,
  revision integer not null default 1,
  written_at timestamptz not null,
  constraint meeting_log_once unique (request_id, written_as),
  check ((amount_minor is null) = (currency is null) and (amount_minor is null) = (amount_basis is null)),
  check (next_step_on is null or next_step is not null)
);
create index meeting_log_programme on meeting_log (programme_id);
