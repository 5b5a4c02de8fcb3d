import type { Inputs, Outputs } from '../../api.ts'

/** What the agreements routes give and take, under the names the screens use. */
export type AgreementRow = Outputs['agreements']['listAgreements']['rows'][number]
export type Agreement = Outputs['agreements']['readAgreement']
export type AgreementStatus = AgreementRow['status']
export type AgreementType = AgreementRow['type']
export type Party = Agreement['parties'][number]
export type Clause = Agreement['clauses'][number]
export type EvidenceKind = Agreement['terms']['milestones'][number]['evidenceKind']
export type ForegroundRule = Agreement['terms']['foreground']
export type Checked = Outputs['agreements']['checkAgreement']
export type Finding = Checked['findings'][number]
export type ContentInput = Omit<Inputs['agreements']['createAgreement'], 'programmeId'>
export type SigningState = Outputs['agreements']['readSigningState']
export type SigningPaper = Outputs['agreements']['openSigningPaper']

export const TYPES = [
  'mou',
  'joint-development',
  'investment',
  'commercial-with-technical-assistance',
  'licence',
  'supply',
  'nda',
] as const satisfies readonly AgreementType[]

export const STATUSES = [
  'draft',
  'frozen',
  'sent',
  'signed',
  'declined',
  'expired',
  'recalled',
  'suspended-by-law',
] as const satisfies readonly AgreementStatus[]

export const EVIDENCE_KINDS = [
  'document',
  'measurement',
  'registration',
  'payment',
  'visit',
  'delivery',
] as const satisfies readonly EvidenceKind[]

export const FOREGROUND_RULES = ['joint', 'inventor', 'first-party'] as const satisfies readonly ForegroundRule[]

/** What a link has opened; without a code the signatory is signed in here. */
export interface Opened {
  readonly paper: SigningPaper
  readonly code: string | null
}

/** How a visit to the signing page ends. */
export type Ending = 'signed' | 'complete' | 'declined'
