-- Who is named or shown in an article, and why that may be: their consent is on file, or a reason is stated.
create table article_person (
  id uuid primary key,
  article_id uuid not null references article on delete cascade,
  -- As the article names them; a quotation is theirs when its source has one of these names.
  name jsonb not null,
  -- Whose consent counts; null: nobody who has an account here.
  person_id uuid references person on delete set null,
  -- Why it may be without consent.
  reason text check (char_length(reason) between 1 and 500),
  -- Photographs on which they can be recognised.
  photo_ids uuid[] not null default '{}' check (cardinality(photo_ids) <= 60),
  position smallint not null
);
comment on column article_person.name is 'LocalizedText';
create index article_person_article on article_person (article_id, position);
create index article_person_person on article_person (person_id) where person_id is not null;

-- Somebody has looked: nobody can be recognised on it.
alter table article_photo add column shows_nobody boolean not null default false;
