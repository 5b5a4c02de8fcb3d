import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { matchingContract } from '../contract.ts'
import { applyShortlists } from '../operations/apply-shortlists.ts'
import { chooseWeighting, saveWeighting } from '../operations/choose-weighting.ts'
import { closeExpressionOfInterest } from '../operations/close-interest.ts'
import { decideTranslation } from '../operations/decide-translation.ts'
import { draftTranslation } from '../operations/draft-translation.ts'
import { expressInterest } from '../operations/express-interest.ts'
import { shortlistPartner, unlistPartner } from '../operations/shortlist-partner.ts'
import { startMatchRun } from '../operations/start-match-run.ts'
import { stopMatchRun } from '../operations/stop-match-run.ts'
import { explainMatch } from '../queries/explain-match.ts'
import { listInterests } from '../queries/list-interests.ts'
import { listMatches } from '../queries/list-matches.ts'
import { listTranslations, readTextServices } from '../queries/list-translations.ts'
import { listWeightings } from '../queries/list-weightings.ts'
import { previewWeighting } from '../queries/preview-weighting.ts'
import { proposeShortlists } from '../queries/propose-shortlists.ts'
import { readMatchRun } from '../queries/read-match-run.ts'
import { readShores } from '../queries/read-shores.ts'
import { readTechnologyMap } from '../queries/read-technology-map.ts'
import {
  presentExplainedMatch,
  presentInterest,
  presentMatch,
  presentPreview,
  presentProposal,
  presentShores,
  presentTechnologyMap,
  presentTranslation,
  presentWeightings,
} from './present.ts'

const on = implementRoutes(matchingContract)

const DONE = { ok: true } as const

export const matchingRoutes = on.router({
  startMatchRun: on.startMatchRun.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await startMatchRun(platform, actor, input)),
  ),

  readMatchRun: on.readMatchRun.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await readMatchRun(platform, actor, input)),
  ),

  stopMatchRun: on.stopMatchRun.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await stopMatchRun(platform, actor, input))
    return DONE
  }),

  listMatches: on.listMatches.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, total } = unwrap(await listMatches(platform, actor, input))
    return { rows: rows.map(presentMatch), total }
  }),

  explainMatch: on.explainMatch.handler(async ({ input, context: { platform, actor } }) =>
    presentExplainedMatch(unwrap(await explainMatch(platform, actor, input))),
  ),

  readShores: on.readShores.handler(async ({ input, context: { platform, actor } }) =>
    presentShores(unwrap(await readShores(platform, actor, input))),
  ),

  shortlistPartner: on.shortlistPartner.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await shortlistPartner(platform, actor, input))
    return DONE
  }),

  unlistPartner: on.unlistPartner.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await unlistPartner(platform, actor, input))
    return DONE
  }),

  expressInterest: on.expressInterest.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await expressInterest(platform, actor, input)),
  ),

  listInterests: on.listInterests.handler(async ({ input, context: { platform, actor } }) => {
    const { rows } = unwrap(await listInterests(platform, actor, input))
    return { rows: rows.map(presentInterest) }
  }),

  answerInterest: on.answerInterest.handler(async ({ input, context: { platform, actor } }) => {
    const { answer: to, ...of } = input
    unwrap(await closeExpressionOfInterest(platform, actor, { ...of, to }))
    return DONE
  }),

  withdrawInterest: on.withdrawInterest.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await closeExpressionOfInterest(platform, actor, { ...input, to: 'withdrawn' }))
    return DONE
  }),

  proposeShortlists: on.proposeShortlists.handler(async ({ input, context: { platform, actor } }) =>
    presentProposal(unwrap(await proposeShortlists(platform, actor, input))),
  ),

  applyShortlists: on.applyShortlists.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await applyShortlists(platform, actor, input)),
  ),

  listWeightings: on.listWeightings.handler(async ({ input, context: { platform, actor } }) =>
    presentWeightings(unwrap(await listWeightings(platform, actor, input))),
  ),

  previewWeighting: on.previewWeighting.handler(async ({ input, context: { platform, actor } }) =>
    presentPreview(unwrap(await previewWeighting(platform, actor, input))),
  ),

  saveWeighting: on.saveWeighting.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await saveWeighting(platform, actor, input)),
  ),

  chooseWeighting: on.chooseWeighting.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await chooseWeighting(platform, actor, input))
    return DONE
  }),

  readTechnologyMap: on.readTechnologyMap.handler(async ({ input, context: { platform, actor } }) =>
    presentTechnologyMap(unwrap(await readTechnologyMap(platform, actor, input)).fields),
  ),

  readTextServices: on.readTextServices.handler(({ input, context: { platform, actor } }) =>
    unwrap(readTextServices(platform, actor, input)),
  ),

  listTranslations: on.listTranslations.handler(async ({ input, context: { platform, actor } }) => {
    const { rows } = unwrap(await listTranslations(platform, actor, input))
    return { rows: rows.map(presentTranslation) }
  }),

  draftTranslation: on.draftTranslation.handler(async ({ input, context: { platform, actor } }) =>
    presentTranslation(unwrap(await draftTranslation(platform, actor, input))),
  ),

  decideTranslation: on.decideTranslation.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await decideTranslation(platform, actor, input))
    return DONE
  }),
})
