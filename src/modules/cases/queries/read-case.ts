import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySeeCase } from '../domain/policy.ts'
import { refuseCase } from '../domain/refusal.ts'
import {
  type CaseDocument,
  type CaseNote,
  type CaseStep,
  findDocuments,
  findNotes,
  findSteps,
} from '../store/case-file-store.ts'
import { type CaseKey, type CaseOwner, findCase, findOwners } from '../store/case-store.ts'
import { type CaseView, viewCase } from './view-case.ts'

export interface CaseFile extends CaseView {
  readonly steps: readonly CaseStep[]
  readonly notes: readonly CaseNote[]
  readonly documents: readonly CaseDocument[]
  readonly owners: readonly CaseOwner[]
}

/** A case with everything that was put to it. `absent` for a foreign one and one that does not exist alike. */
export async function readCase(platform: Platform, actor: Actor, key: CaseKey): Promise<Result<CaseFile>> {
  const row = await findCase(platform.db, key)
  if (!row || !maySeeCase(actor, row)) return refuseCase('absent', 'absent')
  return ok({
    ...viewCase(platform, actor, row),
    steps: await findSteps(platform.db, row.id),
    notes: await findNotes(platform.db, row.id),
    documents: await findDocuments(platform.db, row.id),
    owners: await findOwners(platform.db, key.programmeId),
  })
}

export interface FileToSend {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array<ArrayBuffer>
}

/** A document of a case, for whoever reads the case. */
export async function readCaseDocument(
  platform: Platform,
  actor: Actor,
  { documentId, ...key }: CaseKey & { readonly documentId: Id },
): Promise<Result<FileToSend>> {
  const row = await findCase(platform.db, key)
  if (!row || !maySeeCase(actor, row)) return refuseCase('absent', 'absent')
  const document = (await findDocuments(platform.db, row.id)).find(({ id }) => id === documentId)
  if (!document) return refuseCase('absent', 'absent')
  return ok({ name: document.fileName, mediaType: document.mediaType, contents: await platform.files.read(document) })
}
