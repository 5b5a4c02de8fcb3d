import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/** Requests that the person made for a company; they are the company's, so they stay when the person is erased. */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    const { rows } = await sql<object>`
      select programme_id, event_id, wish, note, status, created_at, decided_at from meeting_request
      where created_by = ${personId} order by created_at`.execute(db)
    return { 'meeting-requests': rows }
  },
}
