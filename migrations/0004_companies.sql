create table company (
  id uuid primary key,
  programme_id uuid not null references programme,
  side_id uuid not null references side,
  -- The operator's own short reference ("G-04"): the key that makes a second import of a row the same row.
  code text not null check (char_length(code) between 1 and 40),
  kind text not null check (kind in ('company', 'university', 'institute', 'public-body', 'association')),
  name jsonb not null,
  legal_name text check (char_length(legal_name) <= 300),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text,
  website text check (char_length(website) <= 500),
  domain text,
  size text check (size in ('micro', 'small', 'medium', 'large')),
  employees integer check (employees between 0 and 10000000),
  founded_year smallint check (founded_year between 1000 and 2200),
  description jsonb not null default '{}',
  certifications text[] not null default '{}',
  languages text[] not null default '{}',
  -- Not a real organisation, or carries more than what is published of one: every screen says so.
  synthetic boolean not null default false,
  source text,
  -- Shown in the public catalogue without its name.
  anonymous boolean not null default false,
  -- Names without legal form, case and signs: by these a company is found again that has no code yet.
  name_keys text[] not null default '{}',
  -- How the names sound: by these a company is found whose name is written in another script.
  name_sounds text[] not null default '{}',
  -- Folded names, code, region and domain; and the letter pairs of it, by which the index finds candidates.
  search_text text not null default '',
  grams text[] not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (programme_id, code)
);
comment on column company.name is 'LocalizedText';
comment on column company.description is 'LocalizedText';
create index company_side on company (programme_id, side_id);
create index company_domain on company (programme_id, domain) where domain is not null;
create index company_name_keys on company using gin (name_keys);
create index company_name_sounds on company using gin (name_sounds);
create index company_grams on company using gin (grams);
-- Stems of Russian and English words (this configuration knows both): another case of a word finds it.
create index company_stems on company using gin (to_tsvector('russian', search_text));
create index company_spelling on company using gin (search_text gin_trgm_ops);

-- Companies in whose names or code a word stands nearly as it is spelt: two slips in a word of eight letters.
create function company_spelt_like(programme uuid, word text) returns setof uuid
language sql stable set pg_trgm.word_similarity_threshold = 0.5 as $$
  select id from company where programme_id = programme and word <% search_text
$$;

create table company_identifier (
  company_id uuid not null references company on delete cascade,
  programme_id uuid not null references programme,
  scheme text not null check (scheme in ('kr-brn', 'ru-inn', 'ru-ogrn', 'lei', 'vat', 'other')),
  value text not null check (char_length(value) between 1 and 40),
  primary key (company_id, scheme),
  constraint company_identifier_once unique (programme_id, scheme, value)
);

create table contact (
  id uuid primary key,
  programme_id uuid not null references programme,
  company_id uuid not null references company on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  job_title text,
  email text check (char_length(email) <= 320),
  phone text check (char_length(phone) <= 40),
  locale text check (locale in ('ko', 'ru', 'en')),
  created_at timestamptz not null
);
create unique index contact_email on contact (company_id, lower(email)) where email is not null;
create index contact_company on contact (company_id);

-- A partnering profile in the shape of the Enterprise Europe Network's Partnering Opportunities Database.
create table profile (
  id uuid primary key,
  programme_id uuid not null references programme,
  company_id uuid not null references company on delete cascade,
  code text not null check (char_length(code) between 1 and 40),
  type text not null check (type in ('technology-offer', 'technology-request', 'business-offer', 'business-request', 'research-search')),
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  title jsonb not null,
  summary jsonb not null default '{}',
  description jsonb not null default '{}',
  advantages jsonb not null default '{}',
  technical_specification jsonb not null default '{}',
  partner_role jsonb not null default '{}',
  stage text check (stage in ('concept', 'under-development', 'available-for-demonstration', 'already-on-market')),
  ipr_status text check (ipr_status in ('patent-applied', 'patent-granted', 'copyright', 'design-rights', 'trade-mark', 'secret-know-how', 'exclusive-rights', 'none')),
  technology_keywords text[] not null default '{}' check (cardinality(technology_keywords) <= 5),
  market_keywords text[] not null default '{}' check (cardinality(market_keywords) <= 5),
  partnership_types text[] not null default '{}' check (partnership_types <@ array['commercial-agreement', 'commercial-agreement-with-technical-assistance', 'supplier-agreement', 'outsourcing-agreement', 'investment-agreement', 'research-and-development-cooperation']),
  partner_kinds text[] not null default '{}' check (partner_kinds <@ array['company', 'university', 'institute', 'public-body', 'association']),
  partner_sizes text[] not null default '{}' check (partner_sizes <@ array['micro', 'small', 'medium', 'large']),
  target_countries text[] not null default '{}',
  languages text[] not null default '{}',
  -- Folded titles, summaries and code; see company.
  search_text text not null default '',
  grams text[] not null default '{}',
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  unique (programme_id, code)
);
comment on column profile.title is 'LocalizedText';
comment on column profile.summary is 'LocalizedText';
comment on column profile.description is 'LocalizedText';
comment on column profile.advantages is 'LocalizedText';
comment on column profile.technical_specification is 'LocalizedText';
comment on column profile.partner_role is 'LocalizedText';
create index profile_company on profile (company_id);
create index profile_grams on profile using gin (grams);
create index profile_stems on profile using gin (to_tsvector('russian', search_text));
create index profile_technology on profile using gin (technology_keywords);

-- A workbook that was read and shown; applied all or nothing, or left alone.
create table import_batch (
  id uuid primary key,
  programme_id uuid not null references programme,
  event_id uuid,
  file_id uuid not null references stored_file,
  file_name text not null,
  status text not null check (status in ('previewed', 'applied')),
  preview jsonb not null,
  -- Null: the system itself, such as the demo programme.
  created_by uuid,
  created_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz
);
comment on column import_batch.preview is 'json: ImportPreview from ../domain/import-preview.ts';
