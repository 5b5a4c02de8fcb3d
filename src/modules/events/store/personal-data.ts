import { type RawBuilder, sql } from 'kysely'
import type { DataSubject, PersonalData } from '../../accounts/index.ts'

/** Entries of interpreters: those the person is, and those with the person's address. */
const ofPerson = ({ email, interpreterIds, programmeId }: DataSubject): RawBuilder<unknown> => sql`
  (id = any(${[...interpreterIds]}::uuid[]) or lower(email) = ${email})
  and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)`

export const personalData: PersonalData = {
  async export({ db }, subject) {
    const { rows } = await sql<object>`
      select programme_id, event_id, name, email, language_pairs, max_consecutive_minutes, created_at
      from interpreter where ${ofPerson(subject)} order by created_at`.execute(db)
    return { interpreters: rows }
  },

  /** The entry stays, because meetings were planned with it. */
  async erase({ db }, subject) {
    const { rows } = await sql<object>`
      update interpreter set name = 'Erased ' || left(id::text, 18), email = null where ${ofPerson(subject)}
      returning id`.execute(db)
    return { erased: rows.length, kept: {} }
  },
}
