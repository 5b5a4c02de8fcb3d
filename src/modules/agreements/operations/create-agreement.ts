import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { uniqueViolation } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { insertAgreement } from '../store/agreement-store.ts'
import { actorId, agreementEntry } from './entry.ts'
import { type ContentInput, prepareContent } from './prepare-content.ts'

export interface CreateAgreement extends ContentInput {
  readonly programmeId: Id
}

/** A draft, from the template of its type unless clauses are given. */
export async function createAgreement(
  platform: Platform,
  actor: Actor,
  { programmeId, ...input }: CreateAgreement,
): Promise<Result<{ id: Id }>> {
  if (!mayManage(actor, programmeId)) return refuseAgreement('absent', 'absent')
  const prepared = await prepareContent(platform, programmeId, input)
  if (!prepared.ok) return prepared
  const id = platform.newId()
  const { content, parties } = prepared.value
  const entry = agreementEntry(platform, actor, { programmeId, agreementId: id }, 'agreement.created', {
    after: { number: content.number, type: content.type },
  })
  const save = { id, programmeId, origin: 'drafted' as const, content, parties, signedOn: null, source: null, note: {} }
  return unlessNumberTaken(content.number, async () => {
    await insertAgreement(platform.db, { ...save, createdBy: actorId(actor), now: platform.clock.now() }, entry)
    return ok({ id })
  })
}

/** The number of an agreement is unique in its programme: the index decides. */
export async function unlessNumberTaken<T>(number: string, write: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await write()
  } catch (error) {
    if (uniqueViolation(error) === 'agreement_number') return refuseAgreement('conflict', 'number-taken', { number })
    throw error
  }
}
