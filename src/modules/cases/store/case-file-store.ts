import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { CaseState } from '../domain/case.ts'

/** What happened to a case. Nothing is erased. */
export interface CaseStep {
  readonly kind: 'opened' | 'moved' | 'transferred' | 'planned'
  /** A state, or what was to be done. */
  readonly fromText: CaseState | string | null
  readonly toText: CaseState | string | null
  readonly fromPerson: string | null
  readonly toPerson: string | null
  readonly dueOn: string | null
  /** null: by itself. */
  readonly byName: string | null
  readonly at: Instant
}

export interface CaseNote {
  readonly id: Id
  readonly text: string
  readonly name: string | null
  readonly writtenAt: Instant
}

export interface CaseDocument {
  readonly id: Id
  readonly fileId: Id
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly name: string | null
  readonly addedAt: Instant
}

export interface StepToSave {
  readonly id: Id
  readonly caseId: Id
  readonly kind: CaseStep['kind']
  readonly fromText?: string | null
  readonly toText?: string | null
  readonly fromPersonId?: Id | null
  readonly toPersonId?: Id | null
  readonly dueOn?: string | null
  readonly byPersonId: Id | null
  readonly at: Instant
}

export async function insertStep(trx: Db, step: StepToSave): Promise<void> {
  await sql`
    insert into cooperation_case_step (id, case_id, kind, from_text, to_text, from_person_id, to_person_id, due_on,
      by_person_id, at)
    values (${step.id}, ${step.caseId}, ${step.kind}, ${step.fromText ?? null}, ${step.toText ?? null},
      ${step.fromPersonId ?? null}, ${step.toPersonId ?? null}, ${step.dueOn ?? null}, ${step.byPersonId},
      ${step.at})`.execute(trx)
}

/** Newest first. */
export async function findSteps(db: Db, caseId: Id): Promise<CaseStep[]> {
  const { rows } = await sql<CaseStep>`
    select s.kind, s.from_text as "fromText", s.to_text as "toText", f.name as "fromPerson", t.name as "toPerson",
      s.due_on as "dueOn", b.name as "byName", s.at
    from cooperation_case_step s
    left join person f on f.id = s.from_person_id
    left join person t on t.id = s.to_person_id
    left join person b on b.id = s.by_person_id
    where s.case_id = ${caseId} order by s.at desc, s.id desc`.execute(db)
  return rows
}

export async function insertNote(
  trx: Db,
  {
    id,
    caseId,
    text,
    writtenBy,
    writtenAt,
  }: {
    readonly id: Id
    readonly caseId: Id
    readonly text: string
    readonly writtenBy: Id | null
    readonly writtenAt: Instant
  },
): Promise<void> {
  await sql`insert into cooperation_case_note (id, case_id, text, written_by, written_at)
    values (${id}, ${caseId}, ${text}, ${writtenBy}, ${writtenAt})`.execute(trx)
}

/** Newest first. */
export async function findNotes(db: Db, caseId: Id): Promise<CaseNote[]> {
  const { rows } = await sql<CaseNote>`
    select n.id, n.text, p.name, n.written_at as "writtenAt"
    from cooperation_case_note n left join person p on p.id = n.written_by
    where n.case_id = ${caseId} order by n.written_at desc, n.id desc`.execute(db)
  return rows
}

export async function insertDocument(
  trx: Db,
  {
    id,
    caseId,
    fileId,
    addedBy,
    addedAt,
  }: {
    readonly id: Id
    readonly caseId: Id
    readonly fileId: Id
    readonly addedBy: Id | null
    readonly addedAt: Instant
  },
): Promise<void> {
  await sql`insert into cooperation_case_document (id, case_id, file_id, added_by, added_at)
    values (${id}, ${caseId}, ${fileId}, ${addedBy}, ${addedAt})`.execute(trx)
}

/** Newest first. */
export async function findDocuments(db: Db, caseId: Id): Promise<CaseDocument[]> {
  const { rows } = await sql<CaseDocument>`
    select d.id, f.id as "fileId", f.name as "fileName", f.media_type as "mediaType", f.sha256, f.size_bytes as "sizeBytes",
      p.name, d.added_at as "addedAt"
    from cooperation_case_document d
    join stored_file f on f.id = d.file_id
    left join person p on p.id = d.added_by
    where d.case_id = ${caseId} order by d.added_at desc, d.id desc`.execute(db)
  return rows
}
