import { ORPCError } from '@orpc/client'
import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import type { Router } from '@orpc/server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie } from 'hono/cookie'
import { routePath } from 'hono/route'
import type { Locale } from '../../kernel/locale.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Platform } from '../context.ts'
import { type Reach, acrossProgrammes, reaching } from '../database/reach.ts'
import { LOCALE_COOKIE, type Translator, negotiateLocale } from '../i18n.ts'
import { type ApiInfo, apiPage, describeApi } from './api-description.ts'
import type { HttpApp, HttpEnv, RequestFacts } from './http-env.ts'
import { type LivePort, addLiveRoute } from './live-route.ts'
import { type Authorise, type RequestContext, listRoutes, refuseResidentNumber, strictRequest } from './orpc.ts'
import { type ReadinessHook, readReadiness } from '../health.ts'
import { type Doing, tellCurrent, traced } from '../telemetry.ts'
import { type Problem, RETRY_AFTER_SECONDS, Refused, problemOf, refusalProblem } from './problem.ts'
import { isOwnOrigin, securityHeaders } from './security.ts'
import { serveWebApp } from './static-files.ts'

export interface HttpParts<Actor, Access> {
  readonly contract: AnyContractRouter
  readonly router: Router<AnyContractRouter, RequestContext<Actor>>
  readonly resolveActor: (request: Request) => Promise<Actor>
  readonly authorise: Authorise<Access, Actor>
  /** Whose rows a route of the API may touch, by what it says in its `meta`; none without. The input is not yet validated. */
  readonly reachOf?: (meta: object, actor: Actor, input: unknown) => Reach
  /** Whose rows finding out who is asking may touch; none without. */
  readonly reachOfAddress?: (path: string) => Reach
  /** Before any route of the API is looked for: what the way in which the actor came in does not allow. */
  readonly admit?: (actor: Actor, method: string) => Admission
  readonly translator: Translator
  readonly api: ApiInfo
  /** Built web app, served under /app; null: there is none. */
  readonly webDirectory: string | null
  /** Who may hear live of what; without it there is no such route. */
  readonly live?: LivePort<Actor>
  /** What modules add to `/readyz`. */
  readonly readiness?: readonly ReadinessHook[]
  /** Sign-in, public pages and other routes that are not part of the API. */
  readonly addRoutes?: (app: HttpApp<Actor>) => void
  /** How a problem looks to a person who asked for a page. */
  readonly errorPage?: (problem: Problem, locale: Locale) => string | Promise<string>
}

export interface Admission {
  /** Of the answer, whatever it says. */
  readonly headers: Readonly<Record<string, string>>
  readonly refusal: (Refusal & { readonly status: number }) | null
}

const NONE = (): Reach => 'none'

const MAX_BODY_BYTES = 2 * 1024 * 1024
const MAX_UPLOAD_BYTES = 12 * 1024 * 1024

/** Everything the server answers. Throws when a route of the contract lacks its access or its implementation. */
export function createHttp<Actor, Access>(platform: Platform, parts: HttpParts<Actor, Access>): HttpApp<Actor> {
  const app: HttpApp<Actor> = new Hono()
  const { config, log } = platform
  const answer = (c: Context<HttpEnv<Actor>>, problem: Problem) => sendProblem(c, problem, parts)
  const refuse = (c: Context<HttpEnv<Actor>>, refusal: Refusal, status?: number) =>
    answer(c, refusalProblem(refusal, problemFacts(c, parts.translator), status))

  app.use(async (c, next) => {
    const startedMs = performance.now()
    c.set('facts', requestFacts(c, platform, parts))
    c.header('x-request-id', c.var.facts.requestId)
    await traced(requestOf(c), async (span) => {
      // Whatever does not say which rows it needs gets none.
      await reaching('none', next)
      const { status } = c.res
      span.tell({ 'http.response.status_code': status, ...(status >= 500 ? { 'error.type': `${status}` } : {}) })
    })
    const ms = Math.round(performance.now() - startedMs)
    log.info(
      {
        requestId: c.var.facts.requestId,
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: c.res.status,
        ms,
      },
      'request',
    )
  })
  app.use(securityHeaders(config))
  app.use(compress())
  app.use(async (c, next) =>
    isOwnOrigin(c.req.raw, config) ? next() : refuse(c, { kind: 'forbidden', code: 'http.foreign-origin' }),
  )
  app.use(async (c, next) => {
    const maxBytes = c.req.header('content-type')?.startsWith('multipart/') ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES
    const onError = () => refuse(c, { kind: 'invalid', code: 'http.too-large', detail: { maxBytes } }, 413)
    return bodyLimit({ maxSize: maxBytes, onError })(c, next)
  })

  addHealth(app, platform, parts.readiness)
  addApi(app, platform, parts)
  if (parts.live) {
    addLiveRoute(app, platform, parts.live, (c) => refuse(c, { kind: 'absent', code: 'http.not-found' }))
  }
  if (parts.webDirectory !== null) addWebApp(app, parts.webDirectory)
  parts.addRoutes?.(app)

  app.notFound((c) => refuse(c, { kind: 'absent', code: 'http.not-found' }))
  app.onError((error, c) => {
    const { problem, isDefect } = problemOf(error, problemFacts(c, parts.translator))
    if (isDefect) log.error({ err: error, requestId: problem.requestId, path: loggedPath(c.req.path) }, wordOf(problem))
    return answer(c, problem)
  })
  return app
}

/** The line in the log. */
const wordOf = ({ status }: Problem): string => (status === 503 ? 'unavailable' : 'defect')

const retryHeaders = ({ status }: Problem): Record<string, string> =>
  status === 503 ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {}

/** By the route, never by the address: an address holds ids and keys. */
const requestOf = <Actor>(c: Context<HttpEnv<Actor>>): Doing => {
  const route = routePath(c, -1)
  const facts = { 'http.request.method': c.req.method, 'http.route': route, 'naru.request_id': c.var.facts.requestId }
  return { name: `${c.req.method} ${route}`, kind: 'request', facts }
}

/** Without what works like a key: the rest of a path after a word that leads to one. */
const loggedPath = (path: string): string => path.replace(/^(\/(?:sign-in|calendar)\/).+/, '$1…')

function requestFacts<Actor, Access>(
  c: Context<HttpEnv<Actor>>,
  platform: Platform,
  { resolveActor, reachOfAddress = NONE }: HttpParts<Actor, Access>,
): RequestFacts<Actor> {
  const { trustProxy } = platform.config
  const given = trustProxy ? c.req.header('x-request-id') : undefined
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  let actor: Promise<Actor> | undefined
  return {
    requestId: given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : platform.newId(),
    locale: negotiateLocale(getCookie(c, LOCALE_COOKIE), c.req.header('accept-language')),
    clientAddress: forwarded ?? c.env?.incoming?.socket.remoteAddress ?? '',
    actor: () => (actor ??= reaching(reachOfAddress(c.req.path), () => resolveActor(c.req.raw))),
  }
}

const problemFacts = <Actor>(c: Context<HttpEnv<Actor>>, translator: Translator) => ({
  locale: c.var.facts.locale,
  requestId: c.var.facts.requestId,
  translator,
})

async function sendProblem<Actor, Access>(
  c: Context<HttpEnv<Actor>>,
  problem: Problem,
  { errorPage }: HttpParts<Actor, Access>,
): Promise<Response> {
  const wantsPage = !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
  c.header('cache-control', 'no-store')
  for (const [name, value] of Object.entries(retryHeaders(problem))) c.header(name, value)
  if (errorPage && wantsPage) return c.html(errorPage(problem, c.var.facts.locale), problem.status as 500)
  c.header('content-language', c.var.facts.locale)
  return c.body(JSON.stringify(problem), problem.status as 500, { 'content-type': 'application/problem+json' })
}

/** `/healthz`: the process answers. `/readyz`: 503 without a database, else whether all goes on. */
function addHealth<Actor>(app: HttpApp<Actor>, platform: Platform, hooks: readonly ReadinessHook[] = []): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const { status, parts } = await acrossProgrammes(() => readReadiness(platform, hooks))
    c.header('cache-control', 'no-store')
    if (status === 'unavailable') c.header('retry-after', String(RETRY_AFTER_SECONDS))
    return c.json({ status, ...parts }, status === 'unavailable' ? 503 : 200)
  })
}

function addApi<Actor, Access>(app: HttpApp<Actor>, platform: Platform, parts: HttpParts<Actor, Access>): void {
  const { contract, router, authorise, reachOf = NONE, translator } = parts
  const routes = listRoutes(contract, router)
  /** Requests whose input could be read: what fails before that is the caller's mistake. */
  const readable = new WeakSet<object>()
  const handler = new OpenAPIHandler<RequestContext<Actor> & Record<never, never>>(router, {
    // Turned into a Problem before the answer is encoded; this only hands it on.
    customErrorResponseBodyEncoder: (error) => error.toJSON(),
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next()
        } catch (error) {
          const failure = readable.has(context) ? error : new ORPCError('BAD_REQUEST', { cause: error })
          const { problem, isDefect } = problemOf(failure, { ...context, translator })
          if (isDefect) platform.log.error({ err: causeOf(error), requestId: context.requestId }, wordOf(problem))
          return { matched: true, response: { status: problem.status, headers: retryHeaders(problem), body: problem } }
        }
      },
    ],
    clientInterceptors: [
      async ({ next, context, procedure, path: name, input }) => {
        readable.add(context)
        const { meta, route } = procedure['~orpc']
        const path = `/api/v1${route.path}`
        tellCurrent({ 'http.route': path }, `${route.method} ${path}`)
        const { access } = meta as { access: Access }
        return reaching(reachOf(meta, context.actor, input), async () => {
          const refusal = await authorise(access, context.actor, input, { name, method: route.method ?? 'POST' })
          if (refusal) throw new Refused(refusal)
          refuseResidentNumber(input, platform.clock.now())
          return next()
        })
      },
    ],
  })

  app.use('/api/v1/*', async (c, next) => {
    const { locale, requestId, actor } = c.var.facts
    const request = await strictRequest(c.req.raw)
    if (request === null) throw new ORPCError('BAD_REQUEST')
    const context = { platform, actor: await actor(), locale, requestId }
    const { headers, refusal } = parts.admit?.(context.actor, c.req.method) ?? { headers: {}, refusal: null }
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
    if (refusal) return sendProblem(c, refusalProblem(refusal, problemFacts(c, translator), refusal.status), parts)
    const { matched, response } = await handler.handle(request, { prefix: '/api/v1', context })
    if (!matched) return next()
    return c.newResponse(response.body, { status: response.status as 200, headers: apiHeaders(response, locale) })
  })

  let description: ReturnType<typeof describeApi> | undefined
  const describe = () => (description ??= describeApi(contract, routes, parts.api))
  app.get('/api/openapi.json', async (c) => c.json(await describe()))
  app.get('/api/docs', async (c) => c.html(apiPage(await describe(), routes)))
}

/** An output that does not keep to its contract is our mistake: what matters is which field. */
const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause ? error.cause : error)

/**
 * Answers are for one person and one moment. A file is always saved, never shown: shown under our own origin,
 * an uploaded page could act as the person who opens it.
 */
function apiHeaders(response: Response, locale: Locale): Headers {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (response.status >= 400) {
    headers.set('content-type', 'application/problem+json')
    headers.set('content-language', locale)
  }
  const disposition = headers.get('content-disposition')
  if (disposition !== null) {
    headers.set('content-disposition', disposition.replace(/^\s*inline\b/i, 'attachment'))
    headers.set('content-security-policy', `default-src 'none'; sandbox`)
  }
  return headers
}

function addWebApp<Actor>(app: HttpApp<Actor>, directory: string): void {
  app.get('/app', (c) => c.redirect('/app/', 308))
  app.get('/app/*', (c) => serveWebApp(directory, c.req.path.slice('/app'.length), c.req.raw.headers))
}
