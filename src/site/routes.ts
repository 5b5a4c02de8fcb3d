import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { isLocale } from '../kernel/locale.ts'
import type { Actor } from '../modules/accounts/index.ts'
import { readInstance, readSiteBrand } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'
import { acrossProgrammes } from '../platform/database/reach.ts'
import type { HttpApp, HttpEnv } from '../platform/http/http-env.ts'
import { serveWebApp } from '../platform/http/static-files.ts'
import { LOCALE_COOKIE } from '../platform/i18n.ts'
import { mountNews } from './news-routes.ts'
import { startPage } from './pages.ts'

const YEAR_SECONDS = 365 * 24 * 3600

const packageDirectory = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Files of the public pages by their address: style, mark and fonts. Nothing else below these folders is served. */
const FILES: readonly { readonly address: RegExp; readonly directory: string }[] = [
  { address: /^\/site\/((?:site|news)\.css)$/, directory: import.meta.dirname },
  { address: /^\/site\/(tokens\.css)$/, directory: join(import.meta.dirname, '../web/ui') },
  { address: /^\/site\/(naru\.svg)$/, directory: join(import.meta.dirname, '../web/public') },
  {
    address: /^\/site\/pretendard\/((?:woff2-dynamic-subset\/)?[\w.-]+\.(?:css|woff2))$/,
    directory: join(packageDirectory('pretendard'), 'dist/web/variable'),
  },
  {
    address: /^\/site\/inter\/(inter-cyrillic(?:-ext)?-wght-normal\.woff2)$/,
    directory: join(packageDirectory('@fontsource-variable/inter'), 'files'),
  },
]

/** They show what programmes have published, whichever; what is published is said by the queries. */
const PUBLIC_PAGES = ['/', '/news', '/news/*', '/catalogue', '/catalogue/*', '/sitemap.xml']

/** The public pages. */
export function mountSite(app: HttpApp<Actor>, platform: Platform): void {
  for (const address of PUBLIC_PAGES) app.use(address, (_c, next) => acrossProgrammes(next))
  app.get('/', async (c) => {
    const locale = chosenLocale(c)
    const [{ demo }, actor] = [await readInstance(platform), await c.var.facts.actor()]
    const brand = await readSiteBrand(platform)
    c.header('content-language', locale)
    c.header('cache-control', 'no-store')
    return c.html(startPage({ locale, isSignedIn: actor.kind === 'person', demo, now: platform.clock.now(), brand }))
  })
  mountNews(app, platform, chosenLocale)
  app.get('/favicon.ico', (c) => c.redirect('/site/naru.svg', 301))
  app.get('/site/*', async (c, next) => {
    for (const { address, directory } of FILES) {
      const file = address.exec(c.req.path)?.[1]
      if (file !== undefined) return serveWebApp(directory, `/${file}`, c.req.raw.headers)
    }
    return next()
  })
}

/** `?lang=` chooses and is remembered; otherwise the choice made before, otherwise what the browser asks for. */
function chosenLocale(c: Context<HttpEnv<Actor>>) {
  const wanted = c.req.query('lang')
  if (wanted === undefined || !isLocale(wanted)) return c.var.facts.locale
  setCookie(c, LOCALE_COOKIE, wanted, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax' })
  return wanted
}
