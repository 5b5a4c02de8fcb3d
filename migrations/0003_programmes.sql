create table programme (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name jsonb not null,
  operator_name jsonb not null,
  host_name jsonb not null default '{}',
  description jsonb not null default '{}',
  -- Made up for trying Naru out: every screen says so, and the start prints links that sign anybody in.
  demo boolean not null default false,
  created_at timestamptz not null
);
comment on column programme.name is 'LocalizedText';
comment on column programme.operator_name is 'LocalizedText';
comment on column programme.host_name is 'LocalizedText';
comment on column programme.description is 'LocalizedText';

alter table role_grant add constraint role_grant_programme foreign key (programme_id) references programme;

create table side (
  id uuid primary key,
  programme_id uuid not null references programme,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
  name jsonb not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  time_zone text not null,
  languages text[] not null check (cardinality(languages) > 0),
  position smallint not null,
  unique (programme_id, code),
  unique (programme_id, position)
);
comment on column side.name is 'LocalizedText';

-- Code lists of a programme: what companies tick, importable, never hard-wired.
create table keyword (
  programme_id uuid not null references programme,
  list text not null check (list in ('technology', 'market')),
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$'),
  parent_code text,
  name jsonb not null,
  primary key (programme_id, list, code),
  foreign key (programme_id, list, parent_code) references keyword
);
comment on column keyword.name is 'LocalizedText';
