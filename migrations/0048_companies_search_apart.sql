-- What companies and profiles are searched by, apart from them. The index operators of it (@>, @@, <%) may not look at a
-- row before its policy has let it through, so on a table that is held they are of no use; these two may be read by
-- whoever searches and hold nothing but folded texts. What is found is shown by company and profile, which are held.
-- A row is written while the row it belongs to is: the key is looked at when both are there.
create table company_search (
  company_id uuid primary key references company on delete cascade deferrable initially deferred,
  programme_id uuid not null,
  search_text text not null,
  grams text[] not null,
  name_sounds text[] not null
);
create table profile_search (
  profile_id uuid primary key references profile on delete cascade deferrable initially deferred,
  programme_id uuid not null,
  search_text text not null,
  grams text[] not null,
  technology_keywords text[] not null
);

-- The texts come in with the row, as they always did, and are kept there no longer.
create function part_company_search() returns trigger language plpgsql as $$
begin
  if new.search_text <> '' then
    insert into company_search as s (company_id, programme_id, search_text, grams, name_sounds)
      values (new.id, new.programme_id, new.search_text, new.grams, new.name_sounds)
      on conflict (company_id) do update
        set search_text = excluded.search_text, grams = excluded.grams, name_sounds = excluded.name_sounds
        where (s.search_text, s.name_sounds) is distinct from (excluded.search_text, excluded.name_sounds);
    new.search_text := '';
    new.grams := '{}';
    new.name_sounds := '{}';
  end if;
  return new;
end $$;
create function part_profile_search() returns trigger language plpgsql as $$
begin
  if new.search_text <> '' then
    insert into profile_search as s (profile_id, programme_id, search_text, grams, technology_keywords)
      values (new.id, new.programme_id, new.search_text, new.grams, new.technology_keywords)
      on conflict (profile_id) do update set search_text = excluded.search_text, grams = excluded.grams,
        technology_keywords = excluded.technology_keywords
        where (s.search_text, s.technology_keywords) is distinct from (excluded.search_text, excluded.technology_keywords);
    new.search_text := '';
    new.grams := '{}';
  elsif tg_op = 'UPDATE' and new.technology_keywords is distinct from old.technology_keywords then
    update profile_search set technology_keywords = new.technology_keywords where profile_id = new.id;
  end if;
  return new;
end $$;

drop index company_grams, company_stems, company_spelling, company_name_sounds;
drop index profile_grams, profile_stems, profile_technology;
create trigger company_search_apart before insert or update on company
  for each row execute function part_company_search();
create trigger profile_search_apart before insert or update on profile
  for each row execute function part_profile_search();
update company set search_text = search_text where search_text <> '';
update profile set search_text = search_text where search_text <> '';
-- An index is not made while keys are still to be looked at.
set constraints all immediate;

create index company_search_grams on company_search using gin (grams);
create index company_search_sounds on company_search using gin (name_sounds);
create index company_search_stems on company_search using gin (to_tsvector('russian', search_text));
create index company_search_spelling on company_search using gin (search_text gin_trgm_ops);
create index profile_search_grams on profile_search using gin (grams);
create index profile_search_stems on profile_search using gin (to_tsvector('russian', search_text));
create index profile_search_technology on profile_search using gin (technology_keywords);

create or replace function company_spelt_like(programme uuid, word text) returns setof uuid
language sql stable set pg_trgm.word_similarity_threshold = 0.5 as $$
  select company_id from company_search where programme_id = programme and word <% search_text
$$;

-- Written within reach only. A policy for reading that is always true adds no condition, so the indexes are used.
do $$
declare apart regclass;
begin
  foreach apart in array array['company_search', 'profile_search']::regclass[] loop
    execute format('alter table %s enable row level security', apart);
    execute format('alter table %s force row level security', apart);
    execute format('create policy open_to_search on %s for select using (true)', apart);
    execute format('create policy added_within_reach on %s for insert with check
      ((select reaches_all()) or programme_id = any ((select reached_programmes())::uuid[]))', apart);
    execute format('create policy changed_within_reach on %s for update using
      ((select reaches_all()) or programme_id = any ((select reached_programmes())::uuid[]))', apart);
    execute format('create policy removed_within_reach on %s for delete using
      ((select reaches_all()) or programme_id = any ((select reached_programmes())::uuid[]))', apart);
  end loop;
end $$;
