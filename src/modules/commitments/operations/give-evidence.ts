import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { readTables } from '../../../platform/tables/read-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Assessment, assess } from '../domain/acceptance/assessment.ts'
import type { Criterion, Method } from '../domain/acceptance/criterion.ts'
import { maySpeakFor } from '../domain/policy.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import { type CommitmentKey, insertEvidence, saveChange } from '../store/commitment-store.ts'
import { askToGive } from './ask-to-share.ts'
import { withCommitment } from './change-commitment.ts'
import { actorId, commitmentEntry } from './entry.ts'

export interface GiveEvidence extends CommitmentKey {
  readonly note: string
  readonly file: File | null
  /** The file is a measurement, to be read and computed by this method. */
  readonly method: Method | null
}

/**
 * The owner, or the operator on its behalf, shows that the promise is kept; the others are asked for their word. A file
 * goes to them, so it passes the gate `file-share`.
 */
export async function giveEvidence(
  platform: Platform,
  actor: Actor,
  { note, file, method, ...key }: GiveEvidence,
): Promise<Result<{ id: Id; assessment: Assessment | null }>> {
  const gate = file ? await askToGive(platform, actor, key) : ok(null)
  if (!gate.ok) return gate
  const contents = file && new Uint8Array(await file.arrayBuffer())
  return withCommitment(platform, actor, key, 'give-evidence', async (trx, commitment) => {
    const owner = commitment.parties.find(({ id }) => id === commitment.partyId)
    if (!owner || !maySpeakFor(actor, key.programmeId, owner)) return refuseCommitment('forbidden', 'not-the-owner')
    const assessed = await assessFile(file, contents, method, commitment.criteria)
    if (!assessed.ok) return assessed
    const stored =
      file && contents ? await platform.files.store(trx, { name: file.name, mediaType: file.type, contents }) : null
    if (stored && !stored.ok) return stored
    const id = platform.newId()
    const now = platform.clock.now()
    await insertEvidence(trx, {
      id,
      commitmentId: commitment.id,
      partyId: owner.id,
      note,
      fileId: stored?.value.id ?? null,
      assessment: assessed.value,
      givenBy: actorId(actor),
      givenAt: now,
    })
    const after = { status: 'evidence-given', evidenceId: id, sha256: stored?.value.sha256 ?? null }
    const entry = commitmentEntry(platform, actor, key, 'commitment.evidence-given', {
      before: { status: commitment.status },
      after,
    })
    await saveChange(trx, commitment.id, { now, status: 'evidence-given' }, entry)
    return ok({ id, assessment: assessed.value })
  })
}

async function assessFile(
  file: File | null,
  contents: Uint8Array | null,
  method: Method | null,
  criteria: readonly Criterion[],
): Promise<Result<Assessment | null>> {
  if (method === null) return ok(null)
  if (!file || !contents) return refuseCommitment('invalid', 'not-a-table', { reason: 'no-file' })
  const { tables, issues } = await readTables(contents, file.name)
  const [table] = tables
  if (!table) return refuseCommitment('invalid', 'not-a-table', { reason: issues[0]?.code ?? 'no-tables' })
  return ok(assess(method, table.rows, criteria, sha256Hex(contents)))
}
