-- Which server holds the room: it knows who sits there, and the others pass on what their people say. Without foreign
-- keys, because the lobby of a meeting that does not exist has to look like any other.
create table room_holder (
  request_id uuid primary key,
  -- Of a running process; a new one has another.
  server_id uuid not null,
  since timestamptz not null default clock_timestamp()
);
create index room_holder_server on room_holder (server_id);

-- Who waits in a lobby, so that every server can tell the operator. Gone when they go; one whose server died is out of
-- date soon after.
create table room_knock (
  id uuid primary key,
  programme_id uuid not null,
  request_id uuid not null,
  person_id uuid not null references person on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  seen_at timestamptz not null,
  constraint room_knock_once unique (request_id, person_id)
);
create index room_knock_person on room_knock (person_id);
call hold_to_reach('room_knock', 'programme_id');
