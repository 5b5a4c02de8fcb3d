-- Which person of a company attends a meeting. Whoever is free where nobody is named.
create table named_delegate (
  request_id uuid not null references meeting_request on delete cascade,
  party text not null check (party in ('host', 'guest')),
  programme_id uuid not null references programme,
  participant_id uuid not null references participant on delete cascade,
  person_id uuid not null references person,
  -- The person's seat beside the colleagues of the company, the same in every meeting they are named for.
  delegate smallint not null check (delegate between 0 and 999),
  named_at timestamptz not null,
  primary key (request_id, party)
);
create index named_delegate_participant on named_delegate (participant_id);
create index named_delegate_person on named_delegate (person_id);
call hold_to_reach('named_delegate', 'programme_id');
