-- Tokens with which a program acts for a person. The token itself is shown once and never kept.

create table api_token (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  -- SHA-256 in hex.
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  scope text not null check (scope in ('read', 'write')),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz,
  last_used_at timestamptz,
  -- Requests since the window began: the limit is one for all processes.
  window_began_at timestamptz,
  window_uses integer not null default 0
);
create index api_token_person on api_token (person_id) where revoked_at is null;
