-- What people have agreed to, and what is left of those who asked to be forgotten.

-- Every word stays: the newest of each purpose counts.
create table consent (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  purpose text not null check (purpose in ('overseas-transfer', 'publicity')),
  -- Names the text that was on the screen, in this language.
  text_version text not null check (text_version ~ '^v[0-9]{1,4}$'),
  locale text not null check (locale in ('ko', 'ru', 'en')),
  given boolean not null,
  decided_at timestamptz not null
);
create index consent_person on consent (person_id, purpose, decided_at desc);

-- The row of an erased person stays, because signatures, decisions and the journal name it; nothing personal is in it.
alter table person add column erased_at timestamptz;
-- Under hold: the name alone stays beside what the person decided or signed, until then.
alter table person add column name_kept_until timestamptz;
