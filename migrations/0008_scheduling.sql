create table schedule_run (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  status text not null check (status in ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_requested boolean not null default false,
  seed integer not null,
  budget_ms integer not null check (budget_ms between 1 and 600000),
  progress jsonb not null default '{}',
  outcome jsonb,
  -- Null: the system itself, such as the demo.
  requested_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create unique index schedule_run_live on schedule_run (event_id) where status in ('queued', 'running');
create index schedule_run_event on schedule_run (event_id, created_at desc);

-- One working draft and any number of frozen versions of an event.
create table schedule (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  kind text not null check (kind in ('draft', 'released')),
  -- Of a released version; 0 for the draft.
  number integer not null,
  -- Grows with every change of the draft: two people's edits cannot overwrite each other unseen.
  revision integer not null default 1,
  run_id uuid references schedule_run,
  outcome jsonb not null default '{}',
  note text check (char_length(note) <= 1000),
  released_by uuid,
  released_at timestamptz,
  created_at timestamptz not null,
  constraint schedule_number_once unique (event_id, number),
  check ((kind = 'draft') = (number = 0)),
  check ((kind = 'released') = (released_at is not null))
);

create table scheduled_meeting (
  schedule_id uuid not null references schedule on delete cascade,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_request,
  timeslot_id uuid not null references timeslot,
  place_id uuid references place,
  interpreter_id uuid references interpreter,
  host_delegate smallint not null default 0,
  guest_delegate smallint not null default 0,
  pinned boolean not null default false,
  -- A cancelled meeting stays in later versions so that calendars learn of it; it books nothing.
  status text not null default 'planned' check (status in ('planned', 'cancelled')),
  -- RFC 5545 SEQUENCE: grows when a later version moves or cancels the meeting.
  sequence integer not null default 0,
  primary key (schedule_id, request_id)
);

-- What a planned meeting occupies: a delegate of each company, a place, an interpreter. Kept by the trigger
-- below and by nobody else, so that a double booking cannot be written, whatever the program believes.
create table booking (
  schedule_id uuid not null,
  request_id uuid not null,
  resource_id uuid not null,
  seat smallint not null,
  during tstzrange not null,
  primary key (schedule_id, request_id, resource_id),
  foreign key (schedule_id, request_id) references scheduled_meeting on delete cascade,
  constraint booking_once exclude using gist (schedule_id with =, resource_id with =, seat with =, during with &&)
    deferrable initially immediate
);

create function keep_bookings() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from booking using changed
      where booking.schedule_id = changed.schedule_id and booking.request_id = changed.request_id;
  end if;
  insert into booking (schedule_id, request_id, resource_id, seat, during)
    select m.schedule_id, m.request_id, taken.resource_id, taken.seat, tstzrange(t.starts_at, t.ends_at)
    from changed m
    join meeting_request r on r.id = m.request_id
    join timeslot t on t.id = m.timeslot_id
    cross join lateral (values
      (r.host_id, m.host_delegate), (r.guest_id, m.guest_delegate),
      (m.place_id, 0::smallint), (m.interpreter_id, 0::smallint)) taken (resource_id, seat)
    where m.status = 'planned' and taken.resource_id is not null;
  return null;
end $$;
create trigger scheduled_meeting_books after insert on scheduled_meeting
  referencing new table as changed for each statement execute function keep_bookings();
create trigger scheduled_meeting_rebooks after update on scheduled_meeting
  referencing new table as changed for each statement execute function keep_bookings();

-- A secret address under which one participant or interpreter subscribes to the own calendar.
create table calendar_feed (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  participant_id uuid references participant on delete cascade,
  interpreter_id uuid references interpreter on delete cascade,
  token_sha256 text not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check (num_nonnulls(participant_id, interpreter_id) = 1)
);
