import type { AnyContractRouter } from '@orpc/contract'
import { type AnyRouter, implement, traverseContractProcedures } from '@orpc/server'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Platform } from '../context.ts'
import { Refused } from './problem.ts'

/** What every route handler finds in `context`. `Actor` is whatever the accounts module says it is. */
export interface RequestContext<Actor> {
  readonly platform: Platform
  readonly actor: Actor
  readonly locale: Locale
  readonly requestId: string
}

/**
 * Starts the routes of a module: `const os = implementContract<Actor>()(meetingsContract)`, then
 * `os.router({ list: os.list.handler(({ context, input }) => …), … })`. Who may call what is checked for all
 * routes in one place, by `authorise`.
 */
export const implementContract =
  <Actor>() =>
  <Contract extends AnyContractRouter>(contract: Contract) =>
    implement(contract).$context<RequestContext<Actor> & Record<never, never>>()

/** The value of a result; a refusal becomes the problem that the caller of the route is sent. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}

/**
 * Decides whether an actor may call a route at all. `input` is what the caller sent, not yet validated, so
 * that nothing is told to those who may not ask: a check of a programme must test that its id is one.
 */
export type Authorise<Access, Actor> = (
  access: Access,
  actor: Actor,
  input: unknown,
) => Refusal | null | Promise<Refusal | null>

export interface RouteFacts {
  /** `['meetings', 'list']` */
  readonly name: readonly string[]
  readonly method: string
  /** `/programmes/{programmeId}/meetings` */
  readonly path: string
  readonly access: unknown
}

/** Every route of a contract. Throws for one that does not say who may call it, or of which nothing is implemented. */
export function listRoutes(contract: AnyContractRouter, router: AnyRouter): RouteFacts[] {
  const routes: RouteFacts[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { meta, route } = procedure['~orpc']
    const name = path.join('.')
    if (!('access' in meta) || meta.access === undefined) throw new Error(`Route ${name} lacks .meta({ access })`)
    if (!route.path || !route.method) throw new Error(`Route ${name} lacks its method or path`)
    if (!isImplemented(router, path)) throw new Error(`Route ${name} is not implemented`)
    routes.push({ name: path, method: route.method, path: route.path, access: meta.access })
  })
  return routes
}

const isImplemented = (router: AnyRouter, path: readonly string[]): boolean =>
  path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], router) !== undefined
