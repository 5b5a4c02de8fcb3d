-- Lists of a hundred thousand companies: a page in each order, and the counts, without looking at all of them.
create index company_by_code on company (programme_id, code collate "C", id);
create index company_by_update on company (programme_id, updated_at desc, id);
create index company_by_name_ko on company
  (programme_id, lower(coalesce(name->>'ko', name->>'en', name->>'ko', name->>'ru')) collate "C", id);
create index company_by_name_ru on company
  (programme_id, lower(coalesce(name->>'ru', name->>'en', name->>'ko', name->>'ru')) collate "C", id);
create index company_by_name_en on company
  (programme_id, lower(coalesce(name->>'en', name->>'en', name->>'ko', name->>'ru')) collate "C", id);
drop index company_side;
create index company_side on company (programme_id, side_id, kind);
