-- Numbers that were published. They stand beside what the records give and are never merged with it.
create table announced_figure (
  id uuid primary key,
  programme_id uuid not null references programme,
  figure text not null check (figure ~ '^[a-z][a-z0-9-]{1,60}$'),
  value numeric not null,
  unit text not null,
  name jsonb not null,
  as_of date,
  source text not null,
  created_at timestamptz not null
);
comment on column announced_figure.name is 'LocalizedText';
create index announced_figure_programme on announced_figure (programme_id, figure);
