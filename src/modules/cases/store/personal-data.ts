import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/** Notes the person wrote and cases they look after; both are the programme's, so they stay when the person is erased. */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    const notes = await sql<object>`
      select case_id, text, written_at from cooperation_case_note where written_by = ${personId} order by written_at
      `.execute(db)
    const owned = await sql<object>`
      select id, programme_id, about, state, opened_at from cooperation_case where owner_id = ${personId}
      order by opened_at`.execute(db)
    return { 'case-notes': notes.rows, cases: owned.rows }
  },
}
