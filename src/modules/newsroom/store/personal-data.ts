import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/**
 * Articles that name or show the person. Erased, the entry goes: until somebody states a reason, the article does not
 * pass its check again. What readers have read is the newsroom's to change or withdraw.
 */
export const personalData: PersonalData = {
  async export({ db }, { personId }) {
    const { rows } = await sql<object>`
      select a.slug, p.name, p.reason, p.photo_ids from article_person p join article a on a.id = p.article_id
      where p.person_id = ${personId} order by a.slug`.execute(db)
    return { articles: rows }
  },
  async erase({ db }, { personId, programmeId }) {
    const { rows } = await sql`
      delete from article_person p using article a
      where a.id = p.article_id and p.person_id = ${personId}
        and (${programmeId}::uuid is null or a.programme_id = ${programmeId}::uuid)
      returning p.id`.execute(db)
    return { erased: rows.length, kept: {} }
  },
}
