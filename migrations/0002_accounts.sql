-- People, how they sign in, and what they may do in which programme.
-- The first five tables follow the shape the sign-in library reads and writes; role_grant is ours.

create table person (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(name) between 1 and 200),
  -- In lower case, as the sign-in library looks people up.
  email text not null constraint person_email unique check (char_length(email) <= 320 and email = lower(email)),
  email_verified boolean not null default false,
  image text,
  locale text not null default 'en' check (locale in ('ko', 'ru', 'en')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (person_id);

create table credential (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index credential_person on credential (person_id);

create table verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table rate_limit (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

create table role_grant (
  id uuid primary key,
  programme_id uuid not null,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('operator', 'official', 'company-representative', 'interpreter')),
  -- The company a representative speaks for, or the interpreter a person is; later stages own those rows.
  scope_id uuid,
  granted_by uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check ((role in ('company-representative', 'interpreter')) = (scope_id is not null))
);
create unique index role_grant_live on role_grant
  (programme_id, person_id, role, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;
create index role_grant_person on role_grant (person_id) where revoked_at is null;
