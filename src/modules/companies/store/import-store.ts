import { type Selectable, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, jsonb, tables } from '../../../platform/database/handle.ts'
import type { Identifier } from '../domain/identifier.ts'
import type { ImportPreview } from '../domain/import-preview.ts'
import type { CompanyWithIdentifiers, ContactRow } from './company-store.ts'
import type { ProfileRow } from './profile-store.ts'
import type { CompaniesTables } from './tables.ts'

export type ImportBatchRow = Selectable<CompaniesTables['importBatch']>

export async function insertImportBatch(db: Db, batch: ImportBatchRow): Promise<void> {
  await tables<CompaniesTables>(db)
    .insertInto('importBatch')
    .values({ ...batch, preview: jsonb(batch.preview) })
    .execute()
}

export async function findImportBatch(db: Db, programmeId: Id, importId: Id): Promise<ImportBatchRow | null> {
  const row = await tables<CompaniesTables>(db)
    .selectFrom('importBatch')
    .selectAll()
    .where('id', '=', importId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

/** Holds the batch until the end of the transaction; null when it is not (or no longer) waiting to be applied. */
export async function lockPreviewedBatch(db: Db, importId: Id): Promise<ImportBatchRow | null> {
  const row = await tables<CompaniesTables>(db)
    .selectFrom('importBatch')
    .selectAll()
    .where('id', '=', importId)
    .where('status', '=', 'previewed')
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Leaves an applied batch as it is. */
export async function updateImportBatch(
  db: Db,
  importId: Id,
  change: {
    readonly status: ImportBatchRow['status']
    readonly preview: ImportPreview
    readonly appliedBy: Id | null
    readonly appliedAt: Instant | null
  },
): Promise<void> {
  await tables<CompaniesTables>(db)
    .updateTable('importBatch')
    .set({ ...change, preview: jsonb(change.preview) })
    .where('id', '=', importId)
    .where('status', '=', 'previewed')
    .execute()
}

/** By what a row of a workbook may be a company that is already there. */
export interface CompanyTraces {
  readonly codes: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly domains: readonly string[]
  readonly nameKeys: readonly string[]
}

/** Companies of the programme that share a trace, locked until the end of the transaction. */
export async function findCompaniesByTraces(
  db: Db,
  programmeId: Id,
  { codes, identifiers, domains, nameKeys }: CompanyTraces,
): Promise<CompanyWithIdentifiers[]> {
  const { rows } = await sql<CompanyWithIdentifiers>`
    with numbers as (select scheme, value from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb)
        as n(scheme text, value text)),
      found as (
        select id from company where programme_id = ${programmeId} and code = any(${codes}::text[])
        union select id from company where programme_id = ${programmeId} and domain = any(${domains}::text[])
        union select id from company where programme_id = ${programmeId} and name_keys && ${nameKeys}::text[]
        union select i.company_id from company_identifier i join numbers n using (scheme, value)
          where i.programme_id = ${programmeId})
    select c.*, coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
        from company_identifier i where i.company_id = c.id), '[]') as identifiers
    from company c join found on found.id = c.id
    order by c.code collate "C"
    for update of c`.execute(db)
  return rows
}

/** Highest number of a code "C-0042" that a company without a code of its own was given. */
export async function highestGivenCode(db: Db, programmeId: Id): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max(substring(code from '^C-([0-9]{4,9})$')::bigint), 0) as highest
    from company where programme_id = ${programmeId}`.execute(db)
  return rows[0]!.highest
}

/** All identifiers of these companies become those given. */
export async function replaceIdentifiers(
  db: Db,
  programmeId: Id,
  companies: readonly { readonly id: Id; readonly identifiers: readonly Identifier[] }[],
): Promise<void> {
  if (companies.length === 0) return
  await sql`delete from company_identifier where company_id = any(${companies.map(({ id }) => id)}::uuid[])`.execute(db)
  const rows = companies.flatMap(({ id, identifiers }) => identifiers.map((identifier) => ({ id, ...identifier })))
  await sql`
    insert into company_identifier (company_id, programme_id, scheme, value)
    select r.id, ${programmeId}, r.scheme, r.value
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, scheme text, value text)`.execute(db)
}

export interface CompanyByCode {
  readonly id: Id
  readonly code: string
}

export const findCompaniesByCode = (db: Db, programmeId: Id, codes: readonly string[]): Promise<CompanyByCode[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('company')
    .select(['id', 'code'])
    .where('programmeId', '=', programmeId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()

export const findContactsOf = (db: Db, companyIds: readonly Id[]): Promise<ContactRow[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('contact')
    .selectAll()
    .where(sql<boolean>`company_id = any(${companyIds}::uuid[])`)
    .forUpdate()
    .execute()

export const findProfilesByCode = (db: Db, programmeId: Id, codes: readonly string[]): Promise<ProfileRow[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('profile')
    .selectAll()
    .where('programmeId', '=', programmeId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .forUpdate()
    .execute()

/** In the order of code, for export. */
export async function allCompanies(db: Db, programmeId: Id): Promise<CompanyWithIdentifiers[]> {
  const { rows } = await sql<CompanyWithIdentifiers>`
    select c.*, coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
        from company_identifier i where i.company_id = c.id), '[]') as identifiers
    from company c where c.programme_id = ${programmeId} order by c.code collate "C"`.execute(db)
  return rows
}

export const allContacts = (db: Db, programmeId: Id): Promise<(ContactRow & { readonly company: string })[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('contact')
    .innerJoin('company', 'company.id', 'contact.companyId')
    .selectAll('contact')
    .select('company.code as company')
    .where('contact.programmeId', '=', programmeId)
    .orderBy(sql`company.code collate "C"`)
    .orderBy('contact.name')
    .orderBy('contact.id')
    .execute()

export const allProfiles = (db: Db, programmeId: Id): Promise<(ProfileRow & { readonly company: string })[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('profile')
    .innerJoin('company', 'company.id', 'profile.companyId')
    .selectAll('profile')
    .select('company.code as company')
    .where('profile.programmeId', '=', programmeId)
    .orderBy(sql`company.code collate "C"`)
    .orderBy(sql`profile.code collate "C"`)
    .execute()
