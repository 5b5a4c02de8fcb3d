import type { Context } from 'hono'
import type { Locale } from '../../../kernel/locale.ts'
import type { HttpApp, HttpEnv } from '../../../platform/http/http-env.ts'
import type { Actor } from '../domain/actor.ts'
import type { SignInHandler } from './sign-in-handler.ts'

/** The page with one button that uses the link whose address it stands at. */
export type ContinuePage = (locale: Locale) => string | Promise<string>

/**
 * `/sign-in/<token>`, where links of mails lead. A browser that goes there is signed in at once. Programs that only
 * look at links in mails do not say that they navigate: they, and old browsers, get a page with a button, so that a
 * look does not use the link up.
 */
export function mountSignIn(app: HttpApp<Actor>, handler: SignInHandler, continuePage: ContinuePage): void {
  const consume = (c: Context<HttpEnv<Actor>, '/sign-in/:token'>) =>
    handler.consumeLink(c.req.param('token'), { headers: c.req.raw.headers, client: c.var.facts.clientAddress })

  app.use('/sign-in/*', async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    // The address is a secret until it is used.
    c.header('referrer-policy', 'no-referrer')
  })
  app.get('/sign-in/:token', async (c) =>
    c.req.method === 'GET' && isNavigation(c.req.raw.headers) ? consume(c) : c.html(continuePage(c.var.facts.locale)),
  )
  app.post('/sign-in/:token', consume)

  for (const [method, path] of LIBRARY_ROUTES) {
    app.on(method, `/api/auth${path}`, async (c) => {
      const answer = await handler.handle(c.req.raw, c.var.facts.clientAddress)
      return c.newResponse(answer.body, answer)
    })
  }
}

/** What of the sign-in library the outside reaches; everything else of it has a route of our own or none. */
const LIBRARY_ROUTES = [
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-authentication'],
  ['POST', '/sign-in/social'],
  ['GET', '/callback/organisation'],
] as const

const isNavigation = (headers: Headers): boolean =>
  headers.get('sec-fetch-dest') === 'document' && headers.get('sec-purpose') === null
