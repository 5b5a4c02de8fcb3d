-- Which programmes' rows a session reaches stands in its setting `naru.reach`: '*' for all, ids with commas between, or
-- nothing. Every table of a programme is held to it, its owner too. docs/adr/0006.
create function reaches_all() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('naru.reach', true), '') = '*'
$$;
create function reached_programmes() returns uuid[] language sql stable parallel safe as $$
  select case when r in ('', '*') then '{}' else string_to_array(r, ',')::uuid[] end
  from (select coalesce(current_setting('naru.reach', true), '')) setting (r)
$$;

-- The programme stands in a column. In brackets with `select`, so that the setting is read once a statement and not
-- once a row.
create procedure hold_to_reach(held regclass, programme name) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format(
    'create policy within_reach on %s using ((select reaches_all()) or %I = any ((select reached_programmes())::uuid[]))',
    held, programme);
end $$;

-- The programme is that of the row it belongs to, whose own policy answers. A new row may come in the statement that
-- also makes that row: only a function that looks again sees it.
create procedure hold_by_parent(held regclass, parent_id name, parent name) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', held);
  execute format('alter table %s force row level security', held);
  execute format(
    'create or replace function reaches_%1$s(wanted uuid) returns boolean language plpgsql volatile as '
    '''begin return exists (select from %1$I where id = wanted); end''', parent);
  execute format(
    'create policy within_reach on %1$s
       using ((select reaches_all()) or exists (select from %2$I as parent where parent.id = %1$s.%3$I))
       with check ((select reaches_all()) or reaches_%2$s(%3$I))',
    held, parent, parent_id);
end $$;

do $$
declare held regclass;
begin
  for held in
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname
  loop
    call hold_to_reach(held, 'programme_id');
  end loop;
end $$;
call hold_to_reach('programme', 'id');
-- A chain is named after its programme.
call hold_to_reach('journal_link', 'chain_id');
call hold_to_reach('journal_head', 'chain_id');
-- What concerns no single programme may be written down by anybody, and read by those who reach all.
create policy of_the_installation on journal_entry for insert with check (programme_id is null);

call hold_by_parent('agreement_party', 'agreement_id', 'agreement');
call hold_by_parent('agreement_signature', 'agreement_id', 'agreement');
call hold_by_parent('signing_code', 'agreement_id', 'agreement');
call hold_by_parent('ceremony_file', 'agreement_id', 'agreement');
call hold_by_parent('article_commitment', 'article_id', 'article');
call hold_by_parent('article_correction', 'article_id', 'article');
call hold_by_parent('article_figure', 'article_id', 'article');
call hold_by_parent('article_like', 'article_id', 'article');
call hold_by_parent('article_person', 'article_id', 'article');
call hold_by_parent('article_photo', 'article_id', 'article');
call hold_by_parent('article_view', 'article_id', 'article');
call hold_by_parent('booking', 'schedule_id', 'schedule');
call hold_by_parent('commitment_evidence', 'commitment_id', 'commitment');
call hold_by_parent('commitment_move', 'commitment_id', 'commitment');
call hold_by_parent('commitment_verdict', 'evidence_id', 'commitment_evidence');
call hold_by_parent('cooperation_case_document', 'case_id', 'cooperation_case');
call hold_by_parent('cooperation_case_note', 'case_id', 'cooperation_case');
call hold_by_parent('cooperation_case_step', 'case_id', 'cooperation_case');
call hold_by_parent('watch_list_entry', 'version_id', 'watch_list_version');

-- A view reads with the rights of who asks, not of who made it.
alter view shown_catalogue set (security_invoker = true);
