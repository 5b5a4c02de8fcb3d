import { agreementsRoutes } from './http/routes.ts'
import { startAgreementsJobs } from './jobs/expire-agreements.ts'
import { notifySignatories } from './jobs/notify-signatories.ts'
import { messages } from './messages.ts'
import { summariseAgreements } from './queries/summarise-agreements.ts'
import { personalData } from './store/personal-data.ts'

export type { AgreementStatus, AgreementType, Party, Signatory } from './domain/agreement.ts'
export type { Currency, Money } from './domain/money.ts'
export type { EvidenceKind, Milestone, Terms } from './domain/terms.ts'
export { type BundleProblem, type CheckedBundle, checkBundle } from './documents/check-bundle.ts'
export { recordCeremonySignature } from './operations/conduct-ceremony.ts'
export { resumeAgreement, suspendAgreement } from './operations/move-agreement.ts'
export { type RecordAgreement, recordAgreement } from './operations/record-agreement.ts'
export { gatePartiesOfAgreement } from './queries/gate-parties.ts'
export { readAgreement } from './queries/read-agreement.ts'
export type { AgreementView } from './queries/view-agreement.ts'
export type { AgreementsTables } from './store/tables.ts'
export { messages as agreementsMessages }

export const agreementsModule = {
  name: 'agreements',
  routes: agreementsRoutes,
  summariseStage: summariseAgreements,
  startJobs: startAgreementsJobs,
  journalListeners: [notifySignatories],
  personalData,
  messages,
} as const
