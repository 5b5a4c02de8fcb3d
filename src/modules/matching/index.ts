import { matchingRoutes } from './http/routes.ts'
import { keepFactsOfInterests } from './jobs/keep-facts-of-interests.ts'
import { notifyOfInterests } from './jobs/notify-of-interests.ts'
import { startMatchingJobs } from './jobs/rank-companies.ts'
import { messages } from './messages.ts'
import { summariseMatching } from './queries/summarise-matching.ts'
import { personalData } from './store/personal-data.ts'

export { runRankCompanies } from './jobs/rank-companies.ts'
export { expressInterest } from './operations/express-interest.ts'
export { type NewMatchFact, recordMatchFacts } from './operations/record-match-facts.ts'
export { shortlistPartner } from './operations/shortlist-partner.ts'
export { startMatchRun } from './operations/start-match-run.ts'
export { listMatches } from './queries/list-matches.ts'
export { readShores } from './queries/read-shores.ts'
export { termsOfTexts } from './queries/terms-of-texts.ts'
export type { MatchingTables } from './store/tables.ts'

export const matchingModule = {
  name: 'matching',
  routes: matchingRoutes,
  summariseStage: summariseMatching,
  startJobs: startMatchingJobs,
  journalListeners: [notifyOfInterests, keepFactsOfInterests],
  personalData,
  messages,
} as const
