import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/** Interest that the person expressed for a company; it is the company's, so it stays when the person is erased. */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    const { rows } = await sql<object>`
      select programme_id, company_id, profile_id, message, status, created_at from expression_of_interest
      where created_by = ${personId} order by created_at`.execute(db)
    return { interests: rows }
  },
}
