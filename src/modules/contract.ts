import { accountsContract } from './accounts/contract.ts'
import { agreementsContract } from './agreements/contract.ts'
import { casesContract } from './cases/contract.ts'
import { commitmentsContract } from './commitments/contract.ts'
import { complianceContract } from './compliance/contract.ts'
import { companiesContract } from './companies/contract.ts'
import { eventsContract } from './events/contract.ts'
import { matchingContract } from './matching/contract.ts'
import { meetingsContract } from './meetings/contract.ts'
import { newsroomContract } from './newsroom/contract.ts'
import { outcomesContract } from './outcomes/contract.ts'
import { programmesContract } from './programmes/contract.ts'
import { roomsContract } from './rooms/contract.ts'
import { schedulingContract } from './scheduling/contract.ts'

/** Every route of the API, in the order of the chain. Served at `/api/v1`, described at `/api/openapi.json`. */
export const contract = {
  compliance: complianceContract,
  accounts: accountsContract,
  programmes: programmesContract,
  companies: companiesContract,
  matching: matchingContract,
  events: eventsContract,
  meetings: meetingsContract,
  scheduling: schedulingContract,
  rooms: roomsContract,
  cases: casesContract,
  agreements: agreementsContract,
  commitments: commitmentsContract,
  outcomes: outcomesContract,
  newsroom: newsroomContract,
}
