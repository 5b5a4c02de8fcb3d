-- Catalogues that everybody may see now: opened, of a programme that uses them and is not over.
create view shown_catalogue as
  select o.programme_id from open_catalogue o join programme p on p.id = o.programme_id
  where p.archived_at is null and not ('catalogue' = any(p.features_off));
