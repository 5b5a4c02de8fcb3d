import { casesRoutes } from './http/routes.ts'
import { openCasesFromLogs } from './jobs/open-cases.ts'
import { startCasesJobs } from './jobs/start-jobs.ts'
import { messages } from './messages.ts'
import { summariseCases } from './queries/summarise-cases.ts'
import { personalData } from './store/personal-data.ts'

export { moveCase } from './operations/change-case.ts'
export { openCase } from './operations/open-case.ts'
export type { CasesTables } from './store/tables.ts'

export const casesModule = {
  name: 'cases',
  routes: casesRoutes,
  summariseStage: summariseCases,
  startJobs: startCasesJobs,
  journalListeners: [openCasesFromLogs],
  personalData,
  messages,
} as const
