-- The hash chain over the journal: one for each programme, one (the nil id) for what concerns none.

create table journal_link (
  chain_id uuid not null,
  number bigint not null check (number > 0),
  seq bigint not null unique references journal_entry,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (chain_id, number)
);

-- What this installation has signed for: so many entries, ending in this hash.
create table journal_head (
  chain_id uuid not null,
  number bigint not null,
  hash text not null,
  signed_at timestamptz not null,
  signature text not null,
  primary key (chain_id, number)
);

create trigger journal_link_append_only before update or delete or truncate on journal_link
  for each statement execute function refuse_journal_change();
create trigger journal_head_append_only before update or delete or truncate on journal_head
  for each statement execute function refuse_journal_change();

-- An entry as one line of text, the same on every PostgreSQL: jsonb writes its members in one order.
create function journal_line(e journal_entry) returns text language sql stable as $$
  select jsonb_build_object(
    'seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'programmeId', e.programme_id,
    'actorKind', e.actor_kind, 'actorId', e.actor_id, 'action', e.action, 'subjectKind', e.subject_kind,
    'subjectId', e.subject_id, 'before', e.before, 'after', e.after, 'requestId', e.request_id)::text
$$;
