-- Agreements: what was agreed in up to three languages side by side, by whom, and how it was signed.

create table agreement (
  id uuid primary key,
  programme_id uuid not null references programme,
  -- The operator's own short reference ("2020-IA-01").
  number text not null check (char_length(number) between 1 and 40),
  type text not null check (type in ('mou', 'joint-development', 'investment', 'commercial-with-technical-assistance', 'licence', 'supply', 'nda')),
  -- recorded: concluded outside Naru and entered with what is known of it; nothing here was signed by its parties.
  origin text not null check (origin in ('drafted', 'recorded')),
  status text not null check (status in ('draft', 'frozen', 'sent', 'signed', 'declined', 'expired', 'recalled', 'suspended-by-law')),
  -- What a suspended agreement goes back to.
  suspended_from text check (suspended_from in ('sent', 'signed')),
  title jsonb not null,
  languages text[] not null check (languages <@ array['ko', 'en', 'ru']),
  prevailing text check (prevailing in ('ko', 'en', 'ru')),
  terms jsonb not null,
  clauses jsonb not null,
  mode text not null check (mode in ('remote', 'ceremony')),
  signing_order text not null check (signing_order in ('in-order', 'parallel')),
  -- SHA-256 of the canonical JSON of everything that is signed; null while it may still be changed.
  content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
  document_file_id uuid references stored_file,
  sealed_at timestamptz,
  witness text check (char_length(witness) <= 200),
  -- Of a recorded agreement: the day it is said to have been signed.
  signed_on date,
  source text check (char_length(source) <= 500),
  note jsonb not null default '{}',
  revision integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  frozen_at timestamptz,
  sent_at timestamptz,
  expires_at timestamptz,
  signed_at timestamptz,
  decided_at timestamptz,
  reason text check (char_length(reason) <= 1000),
  constraint agreement_number unique (programme_id, number),
  check ((status in ('draft')) = (content_hash is null) or origin = 'recorded'),
  check ((status = 'suspended-by-law') = (suspended_from is not null))
);
comment on column agreement.title is 'LocalizedText';
comment on column agreement.note is 'LocalizedText';
comment on column agreement.terms is 'json: Terms from ../domain/terms.ts';
comment on column agreement.clauses is 'json: Clause[] from ../domain/clause.ts';
create index agreement_programme on agreement (programme_id, created_at desc);
create index agreement_expiry on agreement (expires_at) where status = 'sent';

create table agreement_party (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  position smallint not null,
  -- Null: a public body or another party that does not take part in the programme.
  company_id uuid references company,
  side_id uuid references side,
  name jsonb not null,
  -- In its own script, and in Latin letters.
  legal_name text not null check (char_length(legal_name) between 1 and 300),
  latin_name text not null check (char_length(latin_name) between 1 and 300),
  identifier text check (char_length(identifier) <= 80),
  signatory_name text check (char_length(signatory_name) <= 200),
  signatory_latin_name text check (char_length(signatory_latin_name) <= 200),
  signatory_office text check (char_length(signatory_office) <= 200),
  signatory_email text check (char_length(signatory_email) <= 320),
  signatory_locale text check (signatory_locale in ('ko', 'ru', 'en')),
  -- What the signatory's authority rests on ("power of attorney no. 12 of 1 October 2020") and when it holds.
  authority text check (char_length(authority) <= 300),
  authority_from date,
  authority_until date,
  unique (agreement_id, position)
);
comment on column agreement_party.name is 'LocalizedText';
create index agreement_party_company on agreement_party (company_id);

-- One signature a party and text. A signature of a text that was changed afterwards is void and stays as a record.
create table agreement_signature (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  party_id uuid references agreement_party on delete set null,
  position smallint not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  method text not null check (method in ('mailed-code', 'ceremony')),
  signatory_name text not null,
  signed_at timestamptz not null,
  file_id uuid references stored_file,
  voided_at timestamptz
);
create unique index agreement_signature_slot on agreement_signature (party_id, content_hash) where voided_at is null;
create index agreement_signature_agreement on agreement_signature (agreement_id);

-- A six-digit code that is mailed to a signatory. Only its hash is kept, bound to party and text.
create table signing_code (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  party_id uuid not null references agreement_party on delete cascade,
  content_hash text not null,
  -- Null until the mail is written.
  code_hash text,
  requested_at timestamptz not null,
  valid_from timestamptz,
  expires_at timestamptz,
  tries integer not null default 0,
  used_at timestamptz
);
create index signing_code_party on signing_code (party_id, requested_at desc);

-- What a signing day leaves behind: the signed paper as scanned, and photographs.
create table ceremony_file (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  kind text not null check (kind in ('scan', 'photograph')),
  file_id uuid not null references stored_file,
  sha256 text not null,
  added_at timestamptz not null
);
create index ceremony_file_agreement on ceremony_file (agreement_id);
