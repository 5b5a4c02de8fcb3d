import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type ProfileText, profileTexts } from '../domain/match-party.ts'
import { plainReason } from '../domain/plain-reason.ts'
import { maySeePair } from '../domain/policy.ts'
import { STANDARD_WEIGHTING } from '../domain/weighting.ts'
import type { EvidenceSpan, GateResult, Match, Reason } from '../engine/match.ts'
import { partiesOf } from '../jobs/rank-companies.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { explainInWorker } from '../solver/explain-in-worker.ts'
import type { CompanyRow } from '../store/company-row.ts'
import { type PairFacts, findPair } from '../store/match-store.ts'
import { loadParties } from '../store/party-store.ts'
import { type LabelledReason, labelReason } from './reason-labels.ts'

/** Where a reason was found: offsets in the text of the profile's property `field`. */
export interface StoredSpan extends Omit<EvidenceSpan, 'field' | 'textIndex'> {
  readonly field: string
}

export interface ExplainedReason extends LabelledReason {
  readonly need: readonly StoredSpan[]
  readonly offer: readonly StoredSpan[]
}

export interface ExplainedMatch {
  readonly company: CompanyRow
  readonly partner: CompanyRow
  readonly score: number
  readonly forward: number
  readonly backward: number
  readonly reasons: readonly ExplainedReason[]
  readonly gates: readonly GateResult[]
  readonly texts: readonly {
    readonly profileId: Id
    readonly companyId: Id
    readonly field: string
    readonly locale: Locale
    readonly text: string
  }[]
}

/**
 * Why two companies fit, or which gate keeps them apart: computed from what they have published now, so it may
 * differ from the list until the next run, but by the weighting of the list. One statement, and one more when the programme has changed since the last question.
 */
export async function explainMatch(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId, partnerId }: { readonly programmeId: Id; readonly companyId: Id; readonly partnerId: Id },
): Promise<Result<ExplainedMatch>> {
  const by = standingOf(actor, programmeId)
  if (!maySeePair(by, companyId, partnerId)) return absent()
  const pair = await findPair(platform.db, programmeId, companyId, partnerId, by.seesProgramme ? null : by.companies)
  if (!pair) return absent()
  const load = async () => partiesOf(await loadParties(platform.db, programmeId))
  const match = await explainInWorker(pair.version, pair.weighting ?? STANDARD_WEIGHTING, load, companyId, partnerId)
  return ok(describeMatch(pair, match))
}

function describeMatch(pair: PairFacts, match: Match): ExplainedMatch {
  const { company, partner, profiles } = pair
  const texts = new Map(profiles.map((profile) => [profile.id, profileTexts(profile)]))
  return {
    company,
    partner,
    score: match.score,
    forward: match.forward.score,
    backward: match.backward.score,
    reasons: match.reasons.map((reason) => ({
      ...labelReason(plainReason(reason, match), pair.keywordNames),
      need: 'need' in reason ? storedSpans(reason, 'need', texts) : [],
      offer: 'offer' in reason ? storedSpans(reason, 'offer', texts) : [],
    })),
    gates: match.gates,
    texts: profiles.flatMap(({ id: profileId, companyId }) =>
      (texts.get(profileId) ?? []).map(({ storedField: field, locale, text }) => ({
        profileId,
        companyId,
        field,
        locale,
        text,
      })),
    ),
  }
}

/** The same places under the names by which profiles are stored. A profile that was withdrawn meanwhile has none. */
const storedSpans = (
  reason: Extract<Reason, { need: unknown }>,
  side: 'need' | 'offer',
  texts: ReadonlyMap<Id, readonly ProfileText[]>,
): StoredSpan[] =>
  reason[side].flatMap(({ textIndex, field: _field, ...span }) => {
    const field = texts.get(span.profileId)?.[textIndex]?.storedField
    return field ? [{ ...span, field }] : []
  })
