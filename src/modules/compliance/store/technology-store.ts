import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Answer, EntryToCheck, TechnologyState, TechnologySubject } from '../domain/technology.ts'

export interface Licence {
  readonly id: Id
  readonly number: string
  readonly authority: string
  readonly scope: string
  readonly validFrom: string
  readonly expiresOn: string
}

export interface QuestionnaireRecord {
  readonly id: Id
  readonly subjectKind: TechnologySubject
  readonly subjectId: Id
  readonly title: string
  readonly technology: string
  readonly answers: readonly Answer[]
  readonly entries: readonly EntryToCheck[]
  readonly tableVersion: string
  readonly state: TechnologyState
  readonly reason: string | null
  readonly expiresOn: string | null
  readonly determinedByName: string | null
  readonly determinedAt: Instant | null
  readonly revision: number
  readonly createdAt: Instant
  readonly licences: readonly Licence[]
}

const LICENCES = (column: 'screening_id' | 'questionnaire_id', of: string) => sql`
  (select coalesce(json_agg(json_build_object('id', l.id, 'number', l.number, 'authority', l.authority,
    'scope', l.scope, 'validFrom', l.valid_from, 'expiresOn', l.expires_on) order by l.expires_on desc, l.id), '[]')
    from compliance_licence l where ${sql.ref(`l.${column}`)} = ${sql.ref(of)})`

const COLUMNS = sql`q.id, q.subject_kind, q.subject_id, q.title, q.technology, q.answers, q.entries, q.table_version,
  q.state, q.reason, q.expires_on, person.name as determined_by_name, q.determined_at, q.revision, q.created_at,
  ${LICENCES('questionnaire_id', 'q.id')} as licences`

const FROM = sql`from technology_questionnaire q left join person on person.id = q.determined_by`

export interface QuestionnaireKey {
  readonly programmeId: Id
  readonly questionnaireId: Id
}

/** What waits for somebody first. */
export async function listQuestionnaireRows(db: Db, programmeId: Id): Promise<QuestionnaireRecord[]> {
  const { rows } = await sql<QuestionnaireRecord>`
    select ${COLUMNS} ${FROM} where q.programme_id = ${programmeId}
    order by q.state in ('to-check', 'licence-required') desc, q.created_at desc, q.id limit 500`.execute(db)
  return rows
}

export async function findQuestionnaire(
  db: Db,
  { programmeId, questionnaireId }: QuestionnaireKey,
): Promise<QuestionnaireRecord | null> {
  const { rows } = await sql<QuestionnaireRecord>`
    select ${COLUMNS} ${FROM} where q.id = ${questionnaireId} and q.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

export async function findQuestionnairesOf(
  db: Db,
  programmeId: Id,
  subjectIds: readonly Id[],
): Promise<QuestionnaireRecord[]> {
  const { rows } = await sql<QuestionnaireRecord>`
    select ${COLUMNS} ${FROM} where q.programme_id = ${programmeId} and q.subject_id = any(${subjectIds}::uuid[])`.execute(
    db,
  )
  return rows
}

export interface QuestionnaireToSave {
  readonly id: Id
  readonly programmeId: Id
  readonly subjectKind: TechnologySubject
  readonly subjectId: Id
  readonly title: string
  readonly technology: string
  readonly answers: readonly Answer[]
  readonly entries: readonly EntryToCheck[]
  readonly tableVersion: string
  readonly createdAt: Instant
}

/** False when the subject has a questionnaire already. */
export async function insertQuestionnaire(db: Db, row: QuestionnaireToSave, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into technology_questionnaire (id, programme_id, subject_kind, subject_id, title, technology, answers,
        entries, table_version, state, created_at)
      values (${row.id}, ${row.programmeId}, ${row.subjectKind}, ${row.subjectId}, ${row.title}, ${row.technology},
        ${JSON.stringify(row.answers)}::jsonb, ${JSON.stringify(row.entries)}::jsonb, ${row.tableVersion}, 'to-check',
        ${row.createdAt})
      on conflict do nothing returning id
    ), logged as (${journalInsert(entry)}) select id from changed`.execute(db)
  return rows.length > 0
}

export interface DeterminationToSave {
  readonly state: TechnologyState
  readonly reason: string | null
  readonly expiresOn: string | null
  readonly determinedBy: Id | null
  readonly determinedAt: Instant
  readonly revision: number
}

/** False when somebody else was first. */
export async function saveDetermination(
  db: Db,
  { programmeId, questionnaireId }: QuestionnaireKey,
  change: DeterminationToSave,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update technology_questionnaire set state = ${change.state}, reason = ${change.reason},
        expires_on = ${change.expiresOn}, determined_by = ${change.determinedBy}, determined_at = ${change.determinedAt},
        revision = revision + 1
      where id = ${questionnaireId} and programme_id = ${programmeId} and revision = ${change.revision} returning id
    ), logged as (${journalInsert(entry)}) select id from changed`.execute(db)
  return rows.length > 0
}

export interface NewLicence extends Licence {
  readonly programmeId: Id
  readonly screeningId: Id | null
  readonly questionnaireId: Id | null
  readonly addedBy: Id | null
  readonly addedAt: Instant
}

export async function insertLicence(trx: Db, licence: NewLicence): Promise<void> {
  await sql`
    insert into compliance_licence (id, programme_id, screening_id, questionnaire_id, number, authority, scope,
      valid_from, expires_on, added_by, added_at)
    values (${licence.id}, ${licence.programmeId}, ${licence.screeningId}, ${licence.questionnaireId}, ${licence.number},
      ${licence.authority}, ${licence.scope}, ${licence.validFrom}, ${licence.expiresOn}, ${licence.addedBy},
      ${licence.addedAt})`.execute(trx)
}

export async function findLicencesOf(db: Db, screeningId: Id): Promise<Licence[]> {
  const { rows } = await sql<Licence>`
    select id, number, authority, scope, valid_from, expires_on from compliance_licence
    where screening_id = ${screeningId} order by expires_on desc, id`.execute(db)
  return rows
}
