import type { Instant } from '../../../kernel/instant.ts'
import type { Money } from '../../../kernel/money.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Party } from './attendance.ts'
import { refuseRoom } from './refusal.ts'

/** Who writes a log of a meeting. */
export const LOG_SEATS = ['host', 'guest', 'interpreter'] as const
export type LogSeat = (typeof LOG_SEATS)[number]

/** Which sides came. */
export const LOG_ATTENDANCES = ['both', 'host', 'guest', 'nobody'] as const
export type LogAttendance = (typeof LOG_ATTENDANCES)[number]

/** The kind of agreement in sight. */
export const LOG_AGREEMENTS = [
  'none',
  'nda',
  'mou',
  'joint-development',
  'investment',
  'technical-assistance',
  'licence',
  'supply',
] as const
export type LogAgreement = (typeof LOG_AGREEMENTS)[number]

/** What was only talked about, and what both want to pursue (상담액, 추진액). */
export const AMOUNT_BASES = ['talked', 'pursued'] as const
export type AmountBasis = (typeof AMOUNT_BASES)[number]

export interface LogContent {
  readonly attended: LogAttendance
  /** 1 to 5, of the writer; null: none was given. */
  readonly interest: number | null
  readonly agreementKind: LogAgreement
  readonly amount: Money | null
  readonly amountBasis: AmountBasis | null
  readonly note: string | null
  readonly nextStep: string | null
  /** A calendar day. */
  readonly nextStepOn: string | null
  /** For the two sides and the operator only. */
  readonly confidential: boolean
}

export interface MeetingLog extends LogContent {
  readonly writtenAs: LogSeat
  /** Who wrote last. */
  readonly name: string
  readonly revision: number
  readonly writtenAt: Instant
}

/** The logs of a meeting as one thing that both sides sign. */
export interface MeetingRecord {
  /** Counts every change of any log. */
  readonly revision: number
  readonly hostSignedAt: Instant | null
  readonly guestSignedAt: Instant | null
  readonly signedOffAt: Instant | null
}

/** An amount has a basis, a day belongs to a step; of a meeting that did not take place nothing else is said. */
export function checkLog(content: LogContent): Result<LogContent> {
  const { attended, amount, amountBasis, nextStep, nextStepOn } = content
  if (amount !== null && amountBasis === null) return refuseRoom('invalid', 'log-basis-missing')
  if (nextStepOn !== null && nextStep === null) return refuseRoom('invalid', 'log-step-missing')
  const basis = amount === null ? null : amountBasis
  if (attended === 'both') return ok({ ...content, amountBasis: basis })
  return ok({ ...content, interest: null, agreementKind: 'none', amount: null, amountBasis: null })
}

/** What two logs can contradict each other in. How interested each was is an opinion and no contradiction. */
export const LOG_FACTS = ['attended', 'agreementKind', 'amount', 'nextStep', 'nextStepOn'] as const
export type LogFact = (typeof LOG_FACTS)[number]

/**
 * In what the logs differ. The wording of a next step differs between languages; that one names a step and the other
 * none does not. An amount is compared with its basis.
 */
export function differencesOf(logs: readonly LogContent[]): LogFact[] {
  return LOG_FACTS.filter((fact) => new Set(logs.map((log) => factOf(log, fact))).size > 1)
}

function factOf(log: LogContent, fact: LogFact): unknown {
  if (fact === 'amount') return log.amount && `${log.amount.minor} ${log.amount.currency} ${log.amountBasis}`
  return fact === 'nextStep' ? log.nextStep !== null : log[fact]
}

/**
 * The record after one side has signed. Both have to sign the same state: `revision` is what the signer saw, and any
 * change of a log takes earlier signatures back.
 */
export function signRecord(
  record: MeetingRecord,
  party: Party,
  { revision, now }: { readonly revision: number; readonly now: Instant },
): Result<MeetingRecord> {
  if (record.revision === 0) return refuseRoom('conflict', 'log-nothing-written')
  if (record.revision !== revision) return refuseRoom('conflict', 'log-changed')
  const key = party === 'host' ? 'hostSignedAt' : 'guestSignedAt'
  if (record[key] !== null) return refuseRoom('conflict', 'log-signed-before')
  const signed = { ...record, [key]: now }
  const isComplete = signed.hostSignedAt !== null && signed.guestSignedAt !== null
  return ok({ ...signed, signedOffAt: isComplete ? now : null })
}

/** The step a case begins with: the host's word first, then the guest's, then the interpreter's. */
export function nextStepOf(logs: readonly MeetingLog[]): { readonly step: string; readonly on: string | null } | null {
  for (const seat of LOG_SEATS) {
    const log = logs.find(({ writtenAs }) => writtenAs === seat)
    if (log?.nextStep) return { step: log.nextStep, on: log.nextStepOn }
  }
  return null
}
