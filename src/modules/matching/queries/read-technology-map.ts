import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadShores } from '../domain/policy.ts'
import type { MappedConcept, ShoreCount } from '../domain/technology-map.ts'
import { partiesOf } from '../jobs/rank-companies.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { answerOfWorker } from '../solver/answer-of-worker.ts'
import { loadParties } from '../store/party-store.ts'
import { conceptLabel } from './reason-labels.ts'

export interface LabelledConcept {
  readonly conceptId: string
  readonly label: LocalizedText
  readonly shores: readonly ShoreCount[]
  readonly parts: readonly LabelledConcept[]
}

const LIMIT_MS = 60_000

/** What is offered and looked for on each side, by field of technology, read from the published profiles. One statement. */
export async function readTechnologyMap(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ fields: LabelledConcept[] }>> {
  if (!mayReadShores(standingOf(actor, programmeId))) return absent()
  const parties = partiesOf(await loadParties(platform.db, programmeId))
  const fields = await answerOfWorker<MappedConcept[]>('./map-worker.ts', parties, LIMIT_MS)
  return ok({ fields: fields.map(labelled) })
}

const labelled = ({ conceptId, shores, parts }: MappedConcept): LabelledConcept => ({
  conceptId,
  label: conceptLabel(conceptId),
  shores,
  parts: parts.map(labelled),
})
