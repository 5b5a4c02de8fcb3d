-- What a model outside made of a published profile, where the installation asks one. Made anew when the profile changes.
create table profile_vector (
  profile_id uuid not null references profile on delete cascade,
  model text not null,
  programme_id uuid not null references programme,
  -- Of the profile when it was sent.
  profile_revision integer not null,
  -- Unit length times 127, one byte a number, in base64.
  vector text not null check (char_length(vector) <= 20000),
  primary key (profile_id, model)
);
create index profile_vector_programme on profile_vector (programme_id);

-- The outside model that took part in the ranking; null: none.
alter table match_run add column outside_model text;
