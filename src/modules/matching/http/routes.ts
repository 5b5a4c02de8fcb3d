import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { matchingContract } from '../contract.ts'
import { expressInterest } from '../operations/express-interest.ts'
import { shortlistPartner, unlistPartner } from '../operations/shortlist-partner.ts'
import { startMatchRun } from '../operations/start-match-run.ts'
import { stopMatchRun } from '../operations/stop-match-run.ts'
import { explainMatch } from '../queries/explain-match.ts'
import { listMatches } from '../queries/list-matches.ts'
import { readMatchRun } from '../queries/read-match-run.ts'
import { readShores } from '../queries/read-shores.ts'
import { presentExplainedMatch, presentMatch, presentShores } from './present.ts'

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
})
