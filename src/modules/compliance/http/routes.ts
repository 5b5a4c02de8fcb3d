import { implementContract, unwrap } from '../../../platform/http/orpc.ts'
import { complianceContract } from '../contract.ts'
import { GATES, isSoft } from '../domain/gate.ts'
import type { Actor } from '../domain/policy.ts'
import { addLicence, decideScreening } from '../operations/decide-screening.ts'
import { importList } from '../operations/import-list.ts'
import { addTechnologyLicence, determineTechnology, openQuestionnaire } from '../operations/questionnaire.ts'
import { checkAgain, screenProspect, setOwners } from '../operations/screen-party.ts'
import { decideProposal, proposeWeakening, setPolicy } from '../operations/set-policy.ts'
import { listQuestionnaires } from '../queries/list-questionnaires.ts'
import { listScreenings, readBadges } from '../queries/list-screenings.ts'
import { readScreeningDesk } from '../queries/read-screening-desk.ts'
import { previewAsOf, readScreening } from '../queries/read-screening.ts'
import {
  presentDesk,
  presentHits,
  presentQuestionnaire,
  presentRow,
  presentScreening,
  presentStanding,
  presentTable,
} from './present.ts'

const on = implementContract<Actor>()(complianceContract)

const DONE = { ok: true } as const

export const complianceRoutes = on.router({
  readDesk: on.readDesk.handler(async ({ input, context: { platform, actor } }) => ({
    ...presentDesk(unwrap(await readScreeningDesk(platform, actor, input))),
    gates: GATES.map((gate) => ({ gate, hard: !isSoft(gate) })),
  })),

  setPolicy: on.setPolicy.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await setPolicy(platform, actor, input))
    return DONE
  }),

  proposeWeakening: on.proposeWeakening.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await proposeWeakening(platform, actor, input)),
  ),

  decideProposal: on.decideProposal.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await decideProposal(platform, actor, input))
    return DONE
  }),

  importList: on.importList.handler(async ({ input: { file, ...list }, context: { platform, actor } }) => {
    const contents = new Uint8Array(await file.arrayBuffer())
    // Only a list that comes with Naru is made up.
    return unwrap(await importList(platform, actor, { ...list, fileName: file.name, contents, fictional: false }))
  }),

  listScreenings: on.listScreenings.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listScreenings(platform, actor, input)).map(presentRow),
  })),

  readBadges: on.readBadges.handler(async ({ input, context: { platform, actor } }) => {
    const { inForce, rows } = unwrap(await readBadges(platform, actor, input))
    return { inForce, rows: rows.map((row) => ({ ...row, stale: [...row.stale] })) }
  }),

  screenProspect: on.screenProspect.handler(async ({ input, context: { platform, actor } }) =>
    presentStanding(unwrap(await screenProspect(platform, actor, input))),
  ),

  readScreening: on.readScreening.handler(async ({ input, context: { platform, actor } }) =>
    presentScreening(unwrap(await readScreening(platform, actor, input))),
  ),

  previewAsOf: on.previewAsOf.handler(async ({ input, context: { platform, actor } }) => ({
    hits: presentHits(unwrap(await previewAsOf(platform, actor, input))),
  })),

  checkAgain: on.checkAgain.handler(async ({ input, context: { platform, actor } }) =>
    presentStanding(unwrap(await checkAgain(platform, actor, input))),
  ),

  setOwners: on.setOwners.handler(async ({ input, context: { platform, actor } }) =>
    presentStanding(unwrap(await setOwners(platform, actor, input))),
  ),

  decideScreening: on.decideScreening.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await decideScreening(platform, actor, input)),
  ),

  addLicence: on.addLicence.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await addLicence(platform, actor, input)),
  ),

  listQuestionnaires: on.listQuestionnaires.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, may } = unwrap(await listQuestionnaires(platform, actor, input))
    return { rows: rows.map(presentQuestionnaire), table: presentTable(), may }
  }),

  openQuestionnaire: on.openQuestionnaire.handler(async ({ input, context: { platform, actor } }) => {
    const { id, entries } = unwrap(await openQuestionnaire(platform, actor, input))
    return { id, entries: [...entries] }
  }),

  determineTechnology: on.determineTechnology.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await determineTechnology(platform, actor, input))
    return DONE
  }),

  addTechnologyLicence: on.addTechnologyLicence.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await addTechnologyLicence(platform, actor, input))
    return DONE
  }),
})
