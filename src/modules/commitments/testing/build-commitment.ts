import type { Id } from '../../../kernel/id.ts'
import { within } from '../../../platform/context.ts'
import { type TestPlatform, drainJournal } from '../../../platform/testing.ts'
import { recordCeremonySignature } from '../../agreements/index.ts'
import { type BuiltAgreement, buildAgreement, granted } from '../../agreements/testing/build-agreement.ts'
import { followAgreements } from '../jobs/follow-agreements.ts'
import { listCommitments } from '../queries/list-commitments.ts'

export interface BuiltCommitments extends BuiltAgreement {
  /** Of the first party, due on 30 June 2021 in Seoul, shown by a measurement. */
  readonly prototypeId: Id
  /** Of the second party, without a day. */
  readonly officeId: Id
}

/** Lets the module hear of what happened to agreements. */
export const followJournal = (platform: TestPlatform): Promise<number> =>
  drainJournal(platform, {
    reader: followAgreements.reader,
    handle: (entries, trx) => followAgreements.handle(within(platform, trx), entries),
  })

/** A signed agreement of two companies with the commitments of its two milestones. */
export async function buildCommitments(platform: TestPlatform): Promise<BuiltCommitments> {
  const built = await buildAgreement(platform, { mode: 'ceremony' })
  const { programmeId, agreementId, operator, partyIds } = built
  for (const partyId of partyIds) {
    granted(await recordCeremonySignature(platform, operator, { programmeId, agreementId, partyId }))
  }
  await followJournal(platform)
  const { rows } = granted(await listCommitments(platform, operator, { programmeId }))
  const [prototype, office] = rows
  if (!prototype || !office) throw new Error('The agreement has no commitments')
  return { ...built, prototypeId: prototype.id, officeId: office.id }
}
