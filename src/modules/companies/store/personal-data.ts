import { sql } from 'kysely'
import type { Platform } from '../../../platform/context.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { PersonalData, RetentionRule } from '../../accounts/index.ts'

/** Contacts of companies with the address of the person. */
export const personalData: PersonalData = {
  async export({ db }, { email, programmeId }) {
    const { rows } = await sql<object>`
      select programme_id, company_id, name, job_title, email, phone, locale, created_at from contact
      where lower(email) = ${email} and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      order by created_at`.execute(db)
    return { contacts: rows }
  },

  async erase({ db }, { email, programmeId }) {
    const { rows } = await sql<object>`
      delete from contact
      where lower(email) = ${email} and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      returning id`.execute(db)
    return { erased: rows.length, kept: {} }
  },
}

/** Imports hold the rows of a file, contacts among them. */
export const retention: readonly RetentionRule[] = [
  { name: 'companies.imports-not-applied', days: ({ importDays }) => importDays, apply: removeImports },
]

async function removeImports({ db }: Platform, before: Instant, isTrial: boolean): Promise<number> {
  const old = sql`status = 'previewed' and created_at < ${before}::timestamptz`
  const { rows } = await (
    isTrial
      ? sql<object>`select id from import_batch where ${old}`
      : sql<object>`delete from import_batch where ${old} returning id`
  ).execute(db)
  return rows.length
}
