-- What is kept of the room of a meeting. Which rooms there are, and when, follows from the newest released schedule;
-- a row appears with the first thing to be remembered.
create table room (
  request_id uuid primary key references meeting_request,
  programme_id uuid not null references programme,
  event_id uuid not null references event on delete cascade,
  -- A pasted link stands in for the built-in room.
  link text check (char_length(link) between 9 and 500 and link like 'https://%'),
  -- The operator may open a room outside its time, for a rehearsal or a late start.
  opened_until timestamptz,
  -- Added to the planned end by the operator.
  extra_minutes smallint not null default 0 check (extra_minutes between 0 and 240),
  interpretation text not null default 'consecutive' check (interpretation in ('consecutive', 'simultaneous')),
  notes text not null default '' check (char_length(notes) <= 20000),
  notes_revision integer not null default 0,
  -- What became of the meeting, once that is known.
  result text check (result in ('held', 'no-show')),
  concluded_at timestamptz,
  created_at timestamptz not null,
  check ((result is null) = (concluded_at is null))
);
create index room_programme on room (programme_id);

-- Somebody who does not belong to the meeting and was let in by the operator.
create table room_admission (
  id uuid primary key,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_request,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('interpreter', 'observer')),
  admitted_by uuid not null,
  created_at timestamptz not null,
  constraint room_admission_once unique (request_id, person_id)
);

-- Facts: who was in the room from when to when. `seen_at` is the last sign of life, so that a stop of the server
-- leaves no one in a room for ever.
create table room_presence (
  id uuid primary key,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_request,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('host', 'guest', 'interpreter', 'broker', 'observer')),
  joined_at timestamptz not null,
  seen_at timestamptz not null,
  left_at timestamptz,
  check (joined_at <= seen_at and seen_at <= coalesce(left_at, seen_at))
);
create index room_presence_request on room_presence (request_id, joined_at);
create unique index room_presence_live on room_presence (request_id, person_id) where left_at is null;

-- What a side, or the operator, says of who was there; the newest word of each counts, older ones stay.
create table room_attendance_word (
  id uuid primary key,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_request,
  -- Who says it.
  said_by text not null check (said_by in ('host', 'guest', 'operator')),
  person_id uuid not null references person on delete cascade,
  -- Of whom.
  party text not null check (party in ('host', 'guest')),
  attended boolean not null,
  note text check (char_length(note) <= 500),
  said_at timestamptz not null
);
create index room_attendance_word_request on room_attendance_word (request_id, said_at);

create table room_message (
  id uuid primary key,
  programme_id uuid not null references programme,
  request_id uuid not null references meeting_request,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('host', 'guest', 'interpreter', 'broker', 'observer')),
  name text not null check (char_length(name) between 1 and 80),
  text text not null check (char_length(text) between 1 and 2000),
  sent_at timestamptz not null
);
create index room_message_request on room_message (request_id, sent_at);
