import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Platform } from '../../../platform/context.ts'
import type { HttpEnv } from '../../../platform/http/http-env.ts'
import { refusalProblem } from '../../../platform/http/problem.ts'
import { LOCALE_COOKIE, type Translator, negotiateLocale } from '../../../platform/i18n.ts'
import type { Actor } from '../domain/actor.ts'
import { countLinkRequest } from '../operations/request-sign-in-link.ts'

/** Before the route that asks for a link: 429 for a client that asks too often, whatever the addresses. */
export const limitLinks =
  (platform: Platform, translator: Translator): MiddlewareHandler<HttpEnv<Actor>> =>
  async (c, next) => {
    const forwarded = platform.config.trustProxy
      ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined
    const client = forwarded ?? c.env?.incoming?.socket.remoteAddress ?? ''
    const counted = await countLinkRequest(platform, client)
    if (counted.ok) return next()
    const locale = negotiateLocale(getCookie(c, LOCALE_COOKIE), c.req.header('accept-language'))
    const problem = refusalProblem(counted.refusal, { locale, translator, requestId: platform.newId() }, 429)
    return c.body(JSON.stringify(problem), 429, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    })
  }
