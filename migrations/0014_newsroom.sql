-- Articles whose numbers come from the records, what readers do with them, and what else stands on the public pages.

create table article (
  id uuid primary key,
  programme_id uuid not null references programme,
  -- Address on the public pages, of the whole instance.
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,100}$'),
  status text not null check (status in ('draft', 'published', 'corrected', 'withdrawn')),
  content jsonb not null,
  byline jsonb not null,
  tags text[] not null default '{}' check (cardinality(tags) <= 12),
  -- The day whose records it tells.
  day date,
  -- Numbers that stand in the text although no record gives them, each with the reason.
  manual_numbers jsonb not null default '[]',
  embargo_until timestamptz,
  pinned_until timestamptz,
  search_text text not null default '',
  grams text[] not null default '{}',
  revision integer not null default 1,
  created_by uuid,
  registered_at timestamptz not null,
  edited_at timestamptz not null,
  published_at timestamptz,
  constraint article_slug unique (slug)
);
comment on column article.content is 'json: ArticleContent from ../domain/article.ts';
comment on column article.byline is 'LocalizedText';
comment on column article.manual_numbers is 'json: ManualNumber[] from ../domain/article.ts';
create index article_programme on article (programme_id, registered_at desc);
create index article_public on article (published_at desc, id) where status in ('published', 'corrected');
create index article_grams on article using gin (grams);
create index article_tags on article using gin (tags);

-- The figures an article tells, as it tells them now.
create table article_figure (
  article_id uuid not null references article on delete cascade,
  figure_id uuid not null references figure,
  position smallint not null,
  value numeric,
  unit text not null,
  counted jsonb not null,
  shown_at timestamptz not null,
  primary key (article_id, figure_id)
);
comment on column article_figure.counted is 'json: Counted from ../domain/article.ts';
create index article_figure_figure on article_figure (figure_id);

-- The promises an article tells, as they stood when it was told last.
create table article_commitment (
  article_id uuid not null references article on delete cascade,
  commitment_id uuid not null references commitment,
  position smallint not null,
  primary key (article_id, commitment_id)
);
create index article_commitment_commitment on article_commitment (commitment_id);

-- What readers were told before, and since when otherwise.
create table article_correction (
  id uuid primary key,
  article_id uuid not null references article on delete cascade,
  kind text not null check (kind in ('figure', 'text')),
  figure_id uuid references figure,
  old_value numeric,
  new_value numeric,
  unit text,
  note jsonb not null default '{}',
  corrected_at timestamptz not null
);
comment on column article_correction.note is 'LocalizedText';
create index article_correction_article on article_correction (article_id, corrected_at);

create table article_photo (
  id uuid primary key,
  article_id uuid not null references article on delete cascade,
  file_id uuid not null references stored_file,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  caption jsonb not null,
  credit text not null check (char_length(credit) between 1 and 200),
  alternative jsonb not null,
  position smallint not null,
  added_at timestamptz not null
);
comment on column article_photo.caption is 'LocalizedText';
comment on column article_photo.alternative is 'LocalizedText';
create index article_photo_article on article_photo (article_id, position);

create table article_view (
  article_id uuid not null references article on delete cascade,
  day date not null,
  views integer not null,
  primary key (article_id, day)
);
create index article_view_day on article_view (day, views desc);

-- A visitor is a keyed hash of the address: nobody can be told from it.
create table article_like (
  article_id uuid not null references article on delete cascade,
  visitor text not null,
  liked_at timestamptz not null,
  primary key (article_id, visitor)
);

-- How often somebody did something on a day; kept for a week.
create table visitor_use (
  use text not null,
  day date not null,
  count integer not null,
  primary key (use, day)
);

create table banner (
  id uuid primary key,
  programme_id uuid not null references programme,
  title jsonb not null,
  address text not null check (address ~ '^https?://' and char_length(address) <= 500),
  position smallint not null,
  shown_from timestamptz,
  shown_until timestamptz
);
comment on column banner.title is 'LocalizedText';
create index banner_programme on banner (programme_id, position);

-- Programmes that show their published profiles to everybody.
create table open_catalogue (
  programme_id uuid primary key references programme,
  opened_by uuid,
  opened_at timestamptz not null
);
