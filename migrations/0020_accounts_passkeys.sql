-- Passkeys, in the shape the sign-in library reads and writes, and two more roles.

create table passkey (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  name text check (char_length(name) <= 200),
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_person on passkey (person_id);

alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check
  check (role in ('operator', 'broker', 'official', 'auditor', 'company-representative', 'interpreter'));
