import { expect, it } from 'vitest'
import { generateTables } from './generate-tables.ts'

const migration = (file: string, module: string, sql: string) => ({ file, module, sql })

it('prints the tables of each module with the types that the driver hands over', async () => {
  const files = await generateTables([
    migration(
      '0001_platform.sql',
      'platform',
      `create table journal_entry (
        seq bigint generated always as identity primary key,
        tx xid8 not null default pg_current_xact_id(),
        at timestamptz not null default now(),
        after jsonb
      );`,
    ),
    migration(
      '0002_companies.sql',
      'companies',
      `create table company_identifier (
        id uuid primary key,
        scheme text not null check (scheme in ('kr-brn', 'it''s')),
        kind text default 'a' check (kind = 'a'),
        sizes text[] not null default '{}' check (sizes <@ array['small', 'large']),
        tags text[],
        name jsonb not null,
        preview jsonb,
        reasons jsonb not null default '[]',
        employees integer check (employees between 0 and 10),
        share numeric(5,2) not null,
        founded date,
        during tstzrange not null,
        label text generated always as (upper(scheme)) stored,
        check (scheme in ('kr-brn') or employees is null)
      );
      comment on column company_identifier.name is 'LocalizedText';
      comment on column company_identifier.preview is 'json: Preview from ../domain/preview.ts';
      comment on column company_identifier.reasons is 'json: Reason[] from ../domain/reason.ts';
      create table gone (id uuid);`,
    ),
    migration(
      '0003_events.sql',
      'events',
      `create table event (id uuid primary key);
      alter table company_identifier add column event_id uuid references event;
      drop table gone;`,
    ),
  ])
  const byPath = Object.fromEntries(files.map(({ path, text }) => [path, text.split('\n').slice(1).join('\n')]))
  expect(byPath).toEqual({
    'src/platform/database/tables.ts': `import type { Instant } from '../../kernel/instant.ts'
import type { Generated, GeneratedAlways } from 'kysely'

export interface PlatformTables {
  journalEntry: {
    seq: GeneratedAlways<number>
    tx: Generated<string>
    at: Generated<Instant>
    after: unknown
  }
}
`,
    'src/modules/companies/store/tables.ts': `import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Preview } from '../domain/preview.ts'
import type { Reason } from '../domain/reason.ts'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

export interface CompaniesTables {
  companyIdentifier: {
    id: Id
    scheme: 'kr-brn' | 'it\\'s'
    kind: Generated<'a' | null>
    sizes: Generated<('small' | 'large')[]>
    tags: string[] | null
    name: LocalizedText
    preview: Preview | null
    reasons: ColumnType<Reason[], string | undefined, string>
    employees: number | null
    share: number
    founded: string | null
    during: string
    label: GeneratedAlways<string | null>
    eventId: Id | null
  }
}
`,
    'src/modules/events/store/tables.ts': `import type { Id } from '../../../kernel/id.ts'

export interface EventsTables {
  event: {
    id: Id
  }
}
`,
  })
})

it('refuses a type it does not know and a name that camelCase would lose', async () => {
  await expect(generateTables([migration('0001_events.sql', 'events', 'create table a (b point)')])).rejects.toThrow(
    'a.b: type point is not in the table',
  )
  await expect(generateTables([migration('0001_events.sql', 'events', 'create table a_1 (b text)')])).rejects.toThrow(
    '"a_1" does not survive camelCase and back',
  )
})

it('names the migration that fails', async () => {
  await expect(generateTables([migration('0001_events.sql', 'events', 'create tabel a ()')])).rejects.toThrow(
    'migrations/0001_events.sql: syntax error',
  )
})
