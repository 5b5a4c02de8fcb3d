import { query } from '../api.ts'

/** Who I am and which programmes I have a role in: asked once a minute at most. */
export const sessionQuery = () => query.accounts.readSession.queryOptions({ staleTime: 60_000 })
export const programmesQuery = () => query.programmes.listProgrammes.queryOptions({ staleTime: 60_000 })
