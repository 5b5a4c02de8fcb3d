import { type AnyContractRouter, ValidationError } from '@orpc/contract'
import { type AnyRouter, ORPCError, implement, traverseContractProcedures } from '@orpc/server'
import type { Instant } from '../../kernel/instant.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Platform } from '../context.ts'
import { Refused } from './problem.ts'
import { findResidentNumber } from './resident-number.ts'
import { jsonFault } from './strict-json.ts'

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
  route: CalledRoute,
) => Refusal | null | Promise<Refusal | null>

export interface CalledRoute {
  /** `['meetings', 'list']` */
  readonly name: readonly string[]
  readonly method: string
}

/**
 * The request with a body that can be read in one way only; null when it has a doubled key, one that names the
 * prototype, or more levels than any contract asks for.
 */
export async function strictRequest(request: Request): Promise<Request | null> {
  if (request.body === null || !request.headers.get('content-type')?.includes('json')) return request
  const text = await request.text()
  if (jsonFault(text) !== null) return null
  const { method, headers, signal } = request
  return new Request(request.url, { method, headers, signal, body: text })
}

/**
 * Throws what the contract check throws, for the field with a Korean resident registration number. Every text of every
 * route passes here, so no module can forget it.
 */
export function refuseResidentNumber(input: unknown, now: Instant): void {
  const path = findResidentNumber(input, now)
  if (path === null) return
  const issues = [{ code: 'custom', message: 'resident-number', path }]
  const cause = new ValidationError({ message: 'Input validation failed', issues, data: input })
  throw new ORPCError('BAD_REQUEST', { message: 'Input validation failed', cause })
}

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
