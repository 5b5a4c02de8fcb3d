import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import type { Actor } from '../../accounts/index.ts'
import { readDocumentHead } from '../../programmes/index.ts'
import type { AgreementContent } from '../domain/agreement.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { blocks, checkConsistency } from '../domain/consistency.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { TRANSITIONS, checkSignatories, mayMove } from '../domain/transition.ts'
import { typesetAgreement, unprintable } from '../documents/typeset-agreement.ts'
import { type AgreementKey, lockAgreement, saveMove } from '../store/agreement-store.ts'
import { askGate } from './ask-gate.ts'
import { agreementEntry } from './entry.ts'

/** Of everything that is signed. */
export const contentHashOf = (content: AgreementContent): string => sha256Hex(canonicalJson(content))

/** Fixes the text by its hash and makes the document. Refuses while versions and record differ or a character has no glyph. */
export async function freezeAgreement(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<{ contentHash: string }>> {
  if (!mayManage(actor, key.programmeId)) return refuseAgreement('absent', 'absent')
  // From here on the companies of the agreement read it.
  const gate = await askGate(platform, actor, 'file-share', key)
  if (!gate.ok) return gate
  const head = await readDocumentHead(platform, key.programmeId)
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<{ contentHash: string }>> => {
    const agreement = await lockAgreement(trx, key.agreementId)
    if (!agreement || agreement.programmeId !== key.programmeId) return refuseAgreement('absent', 'absent')
    const { content, status } = agreement
    if (!mayMove(status, 'freeze')) return refuseAgreement('conflict', 'not-in-state', { status })
    const ready = checkReady(content, now)
    if (!ready.ok) return ready
    const contentHash = contentHashOf(content)
    const stored = await platform.files.store(trx, {
      name: `${content.number}.pdf`,
      mediaType: 'application/pdf',
      contents: typesetAgreement(content, contentHash, head),
    })
    if (!stored.ok) return stored
    const set = { contentHash, documentFileId: stored.value.id }
    const entry = agreementEntry(platform, actor, key, TRANSITIONS.freeze.action, { after: { contentHash } })
    await saveMove(trx, key, { to: 'frozen', from: TRANSITIONS.freeze.from, now, set }, entry)
    return ok({ contentHash })
  })
}

function checkReady(content: AgreementContent, now: string): Result<null> {
  const findings = checkConsistency(content)
  if (blocks(findings)) {
    const [first] = findings
    return refuseAgreement('conflict', 'checks-failed', { count: findings.length, first: first?.code ?? null })
  }
  const missing = unprintable(content)
  if (missing.length > 0)
    return refuseAgreement('invalid', 'glyph-missing', { characters: missing.slice(0, 20).join(' ') })
  return checkSignatories(content.parties, now)
}
