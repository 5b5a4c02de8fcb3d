import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Conversion, type ConversionCommand, decideConversion } from '../domain/conversion.ts'
import type { Money } from '../../../kernel/money.ts'
import { type Announcement, type OutcomeFacts, type OutcomeParty, looksAlike, referenceOf } from '../domain/outcome.ts'
import { mayKeepRecords } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { type OutcomeRow, type RecordingFacts, insertOutcome, loadRecordingFacts } from '../store/outcome-store.ts'
import { askGate } from './ask-gate.ts'
import { actorId, entryOf, recordedFacts } from './entry.ts'

export interface PartyCommand {
  readonly companyId: Id | null
  readonly sideId: Id | null
  readonly name: LocalizedText
}

export interface RecordOutcome extends Omit<OutcomeFacts, 'reference' | 'conversions' | 'parties'> {
  readonly programmeId: Id
  /** The operator's own reference; needed where the record is attributed to no agreement or promise. */
  readonly reference: string | null
  readonly parties: readonly PartyCommand[]
  readonly conversions: readonly ConversionCommand[]
  /** It was asked and is another thing, although it looks like one that is recorded. */
  readonly distinct: boolean
}

/**
 * Records what came of it. The same thing is recorded once: what refers to the same agreement, promise or reference
 * on the same basis is refused with `already-recorded`; what merely looks the same with `looks-alike`.
 */
export async function recordOutcome(
  platform: Platform,
  actor: Actor,
  command: RecordOutcome,
): Promise<Result<{ id: Id; conversions: readonly Conversion[] }>> {
  const { programmeId, distinct: isDistinct } = command
  if (!mayKeepRecords(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const reference = referenceOf(command)
  if (reference === null) return refuseOutcome('invalid', 'reference-missing')
  const facts = await loadRecordingFacts(platform.db, programmeId, {
    ...command,
    companyIds: command.parties.flatMap(({ companyId }) => companyId ?? []),
  })
  const checked = checkAgainst(facts, command)
  if (!checked.ok) return checked
  const parties = checked.value
  const gate = await askGate(platform, actor, programmeId, parties)
  if (!gate.ok) return gate
  const conversions = decideConversions(command.amount, command.conversions)
  if (!conversions.ok) return conversions
  const alike = facts.known.find(
    (known) =>
      known.reference !== reference && looksAlike({ ...command, parties }, { ...known, amount: amountOf(known) }),
  )
  if (alike && !isDistinct) return refuseOutcome('conflict', 'looks-alike', { outcomeId: alike.id })
  const row = newRow(platform, actor, { ...command, reference, parties, conversions: conversions.value })
  const entry = entryOf(platform, actor, programmeId, {
    action: 'outcome.recorded',
    subjectKind: 'outcome',
    subjectId: row.id,
    after: recordedFacts(row),
  })
  if (await insertOutcome(platform.db, row, entry)) return ok({ id: row.id, conversions: row.conversions })
  return refuseOutcome('conflict', 'already-recorded', { reference })
}

const newRow = (
  platform: Platform,
  actor: Actor,
  { programmeId, amount, ...facts }: OutcomeFacts & { readonly programmeId: Id },
): OutcomeRow => ({
  id: platform.newId(),
  revision: 1,
  programmeId,
  reference: facts.reference,
  kind: facts.kind,
  title: facts.title,
  parties: facts.parties,
  basis: facts.basis,
  amountMinor: amount?.minor ?? null,
  currency: amount?.currency ?? null,
  grade: facts.grade,
  happenedOn: facts.happenedOn,
  eventId: facts.eventId,
  requestId: facts.requestId,
  agreementId: facts.agreementId,
  commitmentId: facts.commitmentId,
  evidence: facts.evidence,
  conversions: facts.conversions,
  announcements: byDay(facts.announcements),
  confirmedBy: [],
  status: 'recorded',
  reason: null,
  recordedBy: actorId(actor),
  validFrom: platform.clock.now(),
})

const byDay = (announcements: readonly Announcement[]): Announcement[] =>
  announcements.toSorted((a, b) => (a.on < b.on ? -1 : 1))

export const amountOf = ({ amountMinor, currency }: Pick<OutcomeRow, 'amountMinor' | 'currency'>): Money | null =>
  amountMinor === null || currency === null ? null : { minor: amountMinor, currency }

/** The parties with the sides of their companies, when everything they and the record refer to is of this programme. */
function checkAgainst({ missing, companies }: RecordingFacts, command: RecordOutcome): Result<OutcomeParty[]> {
  const [attribution] = missing
  if (attribution) return refuseOutcome('absent', 'attribution-absent', { attribution })
  if (command.parties.length === 0) return refuseOutcome('invalid', 'parties-missing')
  const sides = new Map(companies.map(({ id, sideId }) => [id, sideId]))
  const unknown = command.parties.find(({ companyId }) => companyId !== null && !sides.has(companyId))
  if (unknown) return refuseOutcome('absent', 'party-absent')
  return ok(
    command.parties.map(({ companyId, sideId, name }) => ({
      companyId,
      sideId: companyId === null ? sideId : sides.get(companyId)!,
      name,
    })),
  )
}

export function decideConversions(
  amount: Money | null,
  commands: readonly ConversionCommand[],
): Result<readonly Conversion[]> {
  if (commands.length === 0) return ok([])
  if (amount === null) return refuseOutcome('invalid', 'conversion-without-amount')
  const conversions: Conversion[] = []
  for (const command of commands) {
    const decided = decideConversion(amount, command)
    if (!decided.ok) return decided
    conversions.push(decided.value)
  }
  return ok(conversions)
}
