import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/** Meetings the person is named for. Somebody of the company attends in any case, so the name goes. */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    const { rows } = await sql<object>`
      select programme_id, request_id, party, named_at from named_delegate where person_id = ${personId}
      order by named_at`.execute(db)
    return { 'named-for-meetings': rows }
  },

  async erase({ db }, { personId, programmeId }) {
    const { rows } = await sql`
      delete from named_delegate where person_id = ${personId}
        and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      returning request_id`.execute(db)
    return { erased: rows.length, kept: {} }
  },
}
