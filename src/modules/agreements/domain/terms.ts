import type { LocalizedText } from '../../../kernel/locale.ts'
import type { AnnouncedAmount, Money } from './money.ts'

export const EVIDENCE_KINDS = ['document', 'measurement', 'registration', 'payment', 'visit', 'delivery'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** A dated promise in the text; becomes a commitment when the agreement is signed. */
export interface Milestone {
  readonly key: string
  /** Position of the party that promises, from 1. */
  readonly party: number
  readonly what: LocalizedText
  readonly dueOn: string | null
  readonly evidenceKind: EvidenceKind
  readonly amount: Money | null
}

export interface Contribution {
  readonly party: number
  readonly what: LocalizedText
}

export const FOREGROUND_RULES = ['joint', 'inventor', 'first-party'] as const
export type ForegroundRule = (typeof FOREGROUND_RULES)[number]

/** What was agreed, as data. The clauses say the same in words, and a check compares them. */
export interface Terms {
  readonly subject: LocalizedText
  readonly contributions: readonly Contribution[]
  readonly milestones: readonly Milestone[]
  readonly amount: Money | null
  readonly announcedAs: AnnouncedAmount | null
  /** joint: all own results together; inventor: who made it owns it; first-party: all results go to the first party. */
  readonly foreground: ForegroundRule
  readonly confidentialityMonths: number | null
  readonly termMonths: number | null
  readonly law: LocalizedText
  readonly exportControl: boolean
  readonly electronicExecution: boolean
}

export const NO_TERMS: Terms = {
  subject: {},
  contributions: [],
  milestones: [],
  amount: null,
  announcedAs: null,
  foreground: 'joint',
  confidentialityMonths: null,
  termMonths: null,
  law: {},
  exportControl: true,
  electronicExecution: true,
}
