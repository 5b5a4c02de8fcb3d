import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { programmesContract } from '../contract.ts'
import { listKeywords } from '../queries/list-keywords.ts'
import { readJournal } from '../queries/read-journal.ts'
import { type OverviewSources, readOverview } from '../queries/read-overview.ts'
import { listProgrammes, readProgramme } from '../queries/read-programme.ts'
import { presentKeyword, presentOverview, presentProgramme } from './present.ts'

const on = implementRoutes(programmesContract)

/** `sources`: what later stages tell the overview. */
export const createProgrammesRoutes = (sources: OverviewSources) =>
  on.router({
    listProgrammes: on.listProgrammes.handler(async ({ context: { platform, actor } }) => ({
      rows: (await listProgrammes(platform, actor)).map(presentProgramme),
    })),

    readProgramme: on.readProgramme.handler(async ({ input, context: { platform, actor } }) =>
      presentProgramme(unwrap(await readProgramme(platform, actor, input))),
    ),

    readOverview: on.readOverview.handler(async ({ input, context: { platform, actor } }) =>
      presentOverview(unwrap(await readOverview(platform, actor, input, sources))),
    ),

    listKeywords: on.listKeywords.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await listKeywords(platform, actor, input)).map(presentKeyword),
    })),

    readJournal: on.readJournal.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await readJournal(platform, actor, input)),
    })),
  })
