import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import { Hono } from 'hono'
import { isId } from '../kernel/id.ts'
import {
  type Access,
  type Actor,
  admitToken,
  authorise,
  createSignInHandler,
  limitLinks,
  mountSignIn,
  ownProgrammes,
  reachOfAddress,
  reachOfRoute,
  resolveActor,
  resolveBearer,
} from '../modules/accounts/index.ts'
import { contract } from '../modules/contract.ts'
import { createProgrammeGate } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'
import type { Database } from '../platform/database/open.ts'
import { reaching } from '../platform/database/reach.ts'
import { createHttp } from '../platform/http/app.ts'
import type { HttpApp, HttpEnv } from '../platform/http/http-env.ts'
import type { LivePort } from '../platform/http/live-route.ts'
import type { Authorise } from '../platform/http/orpc.ts'
import { type Listening, listen } from '../platform/http/listen.ts'
import { type Translator, createTranslators } from '../platform/i18n.ts'
import { platformMessages } from '../platform/messages.ts'
import type { OpenPlatform } from '../platform/open.ts'
import { continuePage, errorPage } from '../site/pages.ts'
import { mountSite } from '../site/routes.ts'
import { ROOT } from './build-web.ts'
import type { Module } from './module.ts'
import { startWorker } from './worker.ts'

export interface AppParts {
  readonly modules: readonly Module[]
  /** Where the built web app lies; null: there is none. */
  readonly webDirectory: string | null
  /** The whole API unless a test needs less. */
  readonly contract?: AnyContractRouter
}

/** Everything the server answers, over an open platform. Throws when a route is not implemented or open to nobody. */
export function createApp(platform: Platform, database: Pick<Database, 'authPool'>, parts: AppParts): HttpApp<Actor> {
  const { modules, webDirectory } = parts
  const translator = translatorOf(modules)
  const signIn = createSignInHandler(platform, database.authPool)
  const inner = createHttp<Actor, Access>(platform, {
    contract: parts.contract ?? contract,
    router: routerOf(modules),
    resolveActor: (request) => identify(platform, request),
    authorise: throughGates(platform),
    reachOf: reachOfRoute,
    reachOfAddress,
    admit: (actor, method) => admitToken(platform, actor, method),
    translator,
    api: describeInstance(),
    webDirectory,
    errorPage,
    readiness: modules.flatMap(({ readiness }) => (readiness ? [readiness] : [])),
    live: livePortOf(platform, modules),
    addRoutes(app) {
      mountSignIn(app, signIn, continuePage)
      mountSite(app, platform)
      for (const { mount } of modules) mount?.(app, platform)
    },
  })
  const app = new Hono<HttpEnv<Actor>>()
  app.post('/api/v1/sign-in-links', limitLinks(platform, translator))
  app.all('*', (c) => inner.fetch(c.req.raw, c.env))
  return app
}

/**
 * Who may call a route, and then whether the programme uses that part of the chain and still goes on: only people of
 * the programme are told.
 */
function throughGates(platform: Platform): Authorise<Access, Actor> {
  const gate = createProgrammeGate(platform)
  return async (access, actor, input, route) => {
    const refusal = await authorise(access, actor, input, route)
    const programmeId = (input as { programmeId?: unknown } | null | undefined)?.programmeId
    if (refusal || !Array.isArray(access) || typeof programmeId !== 'string' || !isId(programmeId)) return refusal
    return gate(programmeId, route)
  }
}

/** A token opens the API alone; a request with one is its owner's and not the cookie's. */
async function identify(platform: Platform, { url, headers }: Request): Promise<Actor> {
  const isApi = new URL(url).pathname.startsWith('/api/v1/')
  const bearer = isApi ? await resolveBearer(platform, headers.get('authorization')) : null
  return bearer ?? resolveActor(platform, headers.get('cookie'))
}

export const translatorOf = (modules: readonly Module[]): Translator =>
  createTranslators({
    ...platformMessages,
    ...Object.fromEntries(modules.map(({ name, messages }) => [name, messages])),
  })

/** Topics by their names from all modules; ids are checked here, so that modules see sound ones only. */
function livePortOf(platform: Platform, modules: readonly Module[]): LivePort<Actor> {
  const topics = new Map(modules.flatMap(({ liveTopics = {} }) => Object.entries(liveTopics)))
  return {
    listenerOf: (actor) => (actor.kind === 'person' ? actor.personId : null),
    async mayHear(topic, actor) {
      const [name = '', id = ''] = topic.split(':')
      const mayHear = topics.get(name)
      if (mayHear === undefined || !isId(id)) return false
      return reaching(ownProgrammes(actor), () => mayHear(platform, actor, id))
    },
  }
}

const routerOf = (modules: readonly Module[]): Record<string, AnyRouter> =>
  Object.fromEntries(modules.flatMap(({ name, routes }) => (routes ? [[name, routes]] : [])))

const describeInstance = () => ({
  title: 'Naru',
  version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
  description: 'Cross-border technology-cooperation programmes: companies, matches, meetings and their schedule.',
})

export interface Running {
  readonly port: number
  /** Lets requests and jobs under way end, then closes the database. */
  stop(): Promise<void>
}

/**
 * Listens and, unless other processes do that, works. The embedded database needs both in one process: nobody else can
 * open it.
 */
export async function runServer(
  platform: OpenPlatform,
  { works = true, ...parts }: AppParts & { readonly works?: boolean },
): Promise<Running> {
  const app = createApp(platform, platform.database, parts)
  let listening: Listening | undefined
  try {
    listening = await listen(app, platform.config)
    const worker = works ? await startWorker(platform, parts.modules) : null
    const { port, close } = listening
    const stop = async () => {
      // Before connections are cut: whoever comes back finds that what this server held is free.
      await platform.line.leave()
      await Promise.all([close(), worker?.stop()])
      await platform.close()
    }
    return { port, stop }
  } catch (error) {
    await listening?.close()
    await platform.close()
    throw error
  }
}
