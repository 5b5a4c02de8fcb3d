import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import { checkGate } from '../../compliance/index.ts'
import { mayManageCases } from '../domain/policy.ts'
import { refuseCase } from '../domain/refusal.ts'
import { insertDocument, insertNote } from '../store/case-file-store.ts'
import { type CaseKey, findCase, lockCase } from '../store/case-store.ts'
import { actorId, caseEntry } from './entry.ts'

/** A note for whoever looks after the case. */
export async function addCaseNote(
  platform: Platform,
  actor: Actor,
  { text, ...key }: CaseKey & { readonly text: string },
): Promise<Result<{ id: Id }>> {
  const id = platform.newId()
  return transaction(platform.db, async (trx): Promise<Result<{ id: Id }>> => {
    if (!mayManageCases(actor, key.programmeId) || !(await lockCase(trx, key))) return refuseCase('absent', 'absent')
    const note = { id, caseId: key.caseId, text, writtenBy: actorId(actor), writtenAt: platform.clock.now() }
    await insertNote(trx, note)
    await appendJournal(trx, caseEntry(platform, actor, key, 'case.noted', { after: { noteId: id } }))
    return ok({ id })
  })
}

/**
 * A document, kept with the case. Brokers hand on to one company what the other gave, so it passes the gate `file-share`
 * for both.
 */
export async function addCaseDocument(
  platform: Platform,
  actor: Actor,
  { file, ...key }: CaseKey & { readonly file: File },
): Promise<Result<{ id: Id }>> {
  if (!mayManageCases(actor, key.programmeId)) return refuseCase('absent', 'absent')
  const gate = await askToShare(platform, actor, key)
  if (!gate.ok) return gate
  const contents = new Uint8Array(await file.arrayBuffer())
  const id = platform.newId()
  return transaction(platform.db, async (trx): Promise<Result<{ id: Id }>> => {
    if (!(await lockCase(trx, key))) return refuseCase('absent', 'absent')
    const mediaType = file.type || 'application/octet-stream'
    const stored = await platform.files.store(trx, { name: file.name, mediaType, contents })
    if (!stored.ok) return stored
    const { id: fileId, sha256 } = stored.value
    await insertDocument(trx, {
      id,
      caseId: key.caseId,
      fileId,
      addedBy: actorId(actor),
      addedAt: platform.clock.now(),
    })
    await appendJournal(
      trx,
      caseEntry(platform, actor, key, 'case.document-added', { after: { documentId: id, sha256 } }),
    )
    return ok({ id })
  })
}

/** To be asked before the transaction: what the check finds has to stay when the step is refused. */
const askToShare = (platform: Platform, actor: Actor, key: CaseKey): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId: key.programmeId,
    gate: 'file-share',
    parties: async () => {
      const row = await findCase(platform.db, key)
      return row ? gatePartiesOf(platform, key.programmeId, [row.host.id, row.guest.id]) : []
    },
    actor,
  })
