import { commitmentsRoutes } from './http/routes.ts'
import { followAgreements } from './jobs/follow-agreements.ts'
import { startCommitmentsJobs } from './jobs/watch-due-dates.ts'
import { messages } from './messages.ts'
import { summariseCommitments } from './queries/summarise-commitments.ts'

export type { CommitmentStatus, Fulfilment } from './domain/commitment.ts'
export { type CreateCommitment, createCommitment } from './operations/create-commitment.ts'
export type { CommitmentView } from './queries/view-commitment.ts'
export type { CommitmentsTables } from './store/tables.ts'
export { messages as commitmentsMessages }

export const commitmentsModule = {
  name: 'commitments',
  routes: commitmentsRoutes,
  summariseStage: summariseCommitments,
  startJobs: startCommitmentsJobs,
  journalListeners: [followAgreements],
  messages,
} as const
