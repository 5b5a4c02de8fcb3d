create table meeting_request (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  host_id uuid not null references participant,
  guest_id uuid not null references participant,
  wish text not null check (wish in ('must', 'want')),
  note text check (char_length(note) <= 1000),
  status text not null check (status in ('pending', 'accepted', 'declined', 'cancelled', 'expired')),
  -- Asked by the operator for the host.
  on_behalf boolean not null default false,
  -- Null: the system's own work.
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text check (char_length(decline_reason) <= 500),
  check (host_id <> guest_id)
);
-- One live request a pair, whoever asked.
create unique index meeting_request_live on meeting_request
  (event_id, least(host_id, guest_id), greatest(host_id, guest_id))
  where status in ('pending', 'accepted');
create index meeting_request_host on meeting_request (host_id);
create index meeting_request_guest on meeting_request (guest_id);
create index meeting_request_expiry on meeting_request (expires_at) where status = 'pending';

-- "Never": one participant will not meet another. Told to nobody but its author and the operator.
create table never_meet (
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  participant_id uuid not null references participant on delete cascade,
  unwanted_id uuid not null references participant on delete cascade,
  created_by uuid,
  created_at timestamptz not null,
  primary key (participant_id, unwanted_id),
  check (participant_id <> unwanted_id)
);
