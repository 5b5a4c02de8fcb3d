import { complianceRoutes } from './http/routes.ts'
import { startComplianceJobs } from './jobs/rescreen-parties.ts'
import { messages } from './messages.ts'
import { summariseCompliance } from './queries/summarise-compliance.ts'
import { personalData } from './store/personal-data.ts'

export type { GateParty, ListEntry } from './domain/party.ts'
export { LIST_FORMATS } from './domain/list-format.ts'
export { checkGate } from './operations/check-gate.ts'
export { decideScreening } from './operations/decide-screening.ts'
export { importList, putListInForce } from './operations/import-list.ts'
export { openQuestionnaire } from './operations/questionnaire.ts'
export { partiesHeld } from './operations/parties-held.ts'
export { partyByName } from './operations/party-by-name.ts'
export { screenProspect } from './operations/screen-party.ts'
export { setPolicy } from './operations/set-policy.ts'
import { readListFreshness } from './queries/read-list-freshness.ts'
export { readScreening } from './queries/read-screening.ts'
export { screeningInForce } from './store/policy-store.ts'
export type { ComplianceTables } from './store/tables.ts'
export { messages as complianceMessages }

export const complianceModule = {
  name: 'compliance',
  routes: complianceRoutes,
  summariseStage: summariseCompliance,
  startJobs: startComplianceJobs,
  readiness: readListFreshness,
  personalData,
  messages,
} as const
