-- A challenge that a passkey answers to prove a deed beyond signing in: of one person, for one statement, used once.

create table passkey_challenge (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  nonce text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index passkey_challenge_person on passkey_challenge (person_id, created_at);
