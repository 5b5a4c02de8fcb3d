import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'

interface Subject {
  readonly personId: Id
  readonly programmeId: Id | null
}

/**
 * What the person decided about parties. It is evidence: who decided, on what ground and when must be known as long as
 * the decision may be asked about, so nothing of it is erased.
 */
export const personalData = {
  async export({ db }: Platform, { personId }: Subject): Promise<Record<string, object[]>> {
    const { rows } = await sql<object>`
      select s.programme_id, d.from_state, d.to_state, d.reason, d.attribute, d.conditions, d.decided_at
      from screening_decision d join screening s on s.id = d.screening_id
      where d.decided_by = ${personId} order by d.decided_at`.execute(db)
    return { 'screening-decisions': rows }
  },

  async erase({ db }: Platform, { personId, programmeId }: Subject) {
    const { rows } = await sql<object>`
      select d.id from screening_decision d join screening s on s.id = d.screening_id
      where d.decided_by = ${personId} and (${programmeId}::uuid is null or s.programme_id = ${programmeId}::uuid)
      `.execute(db)
    return { erased: 0, kept: { 'screening-evidence': rows.length } }
  },
} as const
