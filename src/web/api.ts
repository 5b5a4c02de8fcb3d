import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import routes from 'virtual:contract-routes'
import type { contract } from '../modules/contract.ts'
import { type Problem, isPassing, problemFromBody, toProblem } from './problem.ts'

/** Throws the problem of an answer that is not a success, so that callers never see a raw error. */
async function fetchOrProblem(request: Request, init: RequestInit): Promise<Response> {
  const response = await fetch(request, init).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError' ? error : toProblem(error)
  })
  if (response.ok) return response
  throw problemFromBody(await response.json().catch(() => null), response.status)
}

const link = new OpenAPILink(routes, { url: () => new URL('/api/v1', location.origin), fetch: fetchOrProblem })

/** The server's operations and queries by module, typed by the contract. Rejects with `Problem`, nothing else. */
export const api: ContractRouterClient<typeof contract> = createORPCClient(link)

/** Query and mutation options of the same routes for TanStack Query: `useQuery(query.companies.list.queryOptions({ input }))`. */
export const query = createTanstackQueryUtils(api)

/** What the routes take and give, by module and name: `Outputs['programmes']['readOverview']`. */
export type Inputs = InferContractRouterInputs<typeof contract>
export type Outputs = InferContractRouterOutputs<typeof contract>

/**
 * `onProblem` hears every failed mutation that does not say `meta: { quiet: true }`; `onSignedOut` every answer that
 * says the session is over.
 */
export function createQueryClient(hear: {
  onProblem: (problem: Problem) => void
  onSignedOut: () => void
}): QueryClient {
  const listen = (error: unknown, quiet: boolean) => {
    const problem = toProblem(error)
    if (problem.status === 401) hear.onSignedOut()
    else if (!quiet) hear.onProblem(problem)
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => listen(error, true) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => listen(error, mutation.meta?.quiet === true),
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isPassing(toProblem(error)),
      },
      mutations: { retry: false },
    },
  })
}
