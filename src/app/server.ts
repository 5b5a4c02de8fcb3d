import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyContractRouter } from '@orpc/contract'
import type { AnyRouter } from '@orpc/server'
import { Hono } from 'hono'
import {
  type Access,
  type Actor,
  authorise,
  createSignInHandler,
  limitLinks,
  mountSignIn,
  resolveActor,
} from '../modules/accounts/index.ts'
import { contract } from '../modules/contract.ts'
import type { Platform } from '../platform/context.ts'
import type { Database } from '../platform/database/open.ts'
import { type HttpApp, type HttpEnv, createHttp } from '../platform/http/app.ts'
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
    resolveActor: (request) => resolveActor(platform, request.headers.get('cookie')),
    authorise,
    translator,
    api: describeInstance(),
    webDirectory,
    errorPage,
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

export const translatorOf = (modules: readonly Module[]): Translator =>
  createTranslators({
    ...platformMessages,
    ...Object.fromEntries(modules.map(({ name, messages }) => [name, messages])),
  })

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

/** Listens and works in this one process, which the embedded database needs: nobody else can open it. */
export async function runServer(platform: OpenPlatform, parts: AppParts): Promise<Running> {
  const app = createApp(platform, platform.database, parts)
  let listening: Listening | undefined
  try {
    listening = await listen(app, platform.config)
    const worker = await startWorker(platform, parts.modules)
    const { port, close } = listening
    const stop = async () => {
      await Promise.all([close(), worker.stop()])
      await platform.close()
    }
    return { port, stop }
  } catch (error) {
    await listening?.close()
    await platform.close()
    throw error
  }
}
