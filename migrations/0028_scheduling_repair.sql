-- What on the day is otherwise than the event's data say: somebody is not there, an interpreter or a place is lost.
-- What people declared of themselves stays in the event's data; this is what happened.
create table outage (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  participant_id uuid references participant on delete cascade,
  interpreter_id uuid references interpreter on delete cascade,
  place_id uuid references place on delete cascade,
  timeslot_ids uuid[] not null check (cardinality(timeslot_ids) > 0),
  cause text not null check (cause in ('no-show', 'late-arrival', 'interpreter-lost', 'place-lost', 'longer-meeting')),
  -- Null: the system itself.
  recorded_by uuid,
  recorded_at timestamptz not null,
  check (num_nonnulls(participant_id, interpreter_id, place_id) = 1)
);
create index outage_event on outage (event_id);

-- A question of the kind "what if there were one more …": solved point by point in the background.
create table schedule_study (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  status text not null check (status in ('queued', 'running', 'done', 'stopped', 'failed')),
  stop_requested boolean not null default false,
  question jsonb not null,
  points jsonb not null default '[]',
  points_total integer not null,
  -- Null: the system itself.
  requested_by uuid,
  created_at timestamptz not null,
  finished_at timestamptz
);
create unique index schedule_study_live on schedule_study (event_id) where status in ('queued', 'running');
create index schedule_study_event on schedule_study (event_id, created_at desc);
