import type { Context } from 'hono'
import type { Locale } from '../kernel/locale.ts'
import type { Actor } from '../modules/accounts/index.ts'
import {
  likeArticle,
  mailArticle,
  newsroomMessages,
  noteViews,
  readAddresses,
  readBeside,
  readCatalogue,
  readCatalogueCompany,
  readNews,
  readPreview,
  readPublicArticle,
  readPublicPhoto,
} from '../modules/newsroom/index.ts'
import { readBrand, readSiteBrand } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'
import type { HttpApp, HttpEnv } from '../platform/http/http-env.ts'
import { Refused } from '../platform/http/problem.ts'
import { createTranslators } from '../platform/i18n.ts'
import { articlePage, previewPage, printPage } from './article-page.ts'
import { cataloguePage, companyPage } from './catalogue-page.ts'
import { atomFeed, robots, siteMap } from './feeds.ts'
import { type Html, say } from './layout.ts'
import { newsPage, noticePage } from './news-page.ts'
import { type WritePage, createPageCache } from './page-cache.ts'

type PageContext = Context<HttpEnv<Actor>>

const { translateRefusal } = createTranslators({ newsroom: newsroomMessages })

const KEEP_MS = 1000
const MOST_PAGES = 400
const NEWS_PAGE_SIZE = 12
const CATALOGUE_PAGE_SIZE = 24
const FEED_SIZE = 30
/** Views are written down together, this far apart at least. */
const VIEWS_EVERY_MS = 2000
/** Opening a page again within this time is no other view. */
const VIEW_AGAIN_MS = 30 * 60_000
const MOST_VIEWERS = 20_000

const PAGE = 'text/html; charset=utf-8'
const XML = 'application/xml; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'

const absent = () => new Refused({ kind: 'absent', code: 'http.not-found' })

/** News, catalogue, feed and what search engines read. `chooseLocale`: of a request, remembered where it was chosen. */
export function mountNews(app: HttpApp<Actor>, platform: Platform, chooseLocale: (c: PageContext) => Locale): void {
  const cache = createPageCache({ keepMs: KEEP_MS, most: MOST_PAGES })
  const { baseUrl } = platform.config

  /** A page that is the same for everybody who reads this language. */
  const serve = async (c: PageContext, key: string, locale: Locale, write: WritePage): Promise<Response> => {
    const page = await cache.read(`${locale} ${key}`, write)
    if (!page) throw absent()
    c.header('content-language', locale)
    c.header('vary', 'accept-encoding, accept-language, cookie')
    c.header('cache-control', 'no-cache')
    c.header('etag', page.etag)
    if (c.req.header('if-none-match') === page.etag) return c.body(null, 304)
    c.header('content-type', page.mediaType)
    if (!c.req.header('accept-encoding')?.includes('gzip')) return c.body(page.plain)
    c.header('content-encoding', 'gzip')
    return c.body(page.packed)
  }
  const html = async (page: Html | null, mediaType = PAGE) => page && { text: String(await page), mediaType }

  app.get('/news', (c) => {
    const locale = chooseLocale(c)
    const { q, page } = listQuery(c)
    const tag = c.req.query('tag')?.slice(0, 40) || null
    return serve(c, `/news ${JSON.stringify([q, tag, page])}`, locale, async () => {
      const query = { q, tag, page, pageSize: NEWS_PAGE_SIZE }
      const [found, beside] = [await readNews(platform, query), await readBeside(platform, null)]
      return html(newsPage({ ...query, ...found, beside, locale, baseUrl, brand: await readSiteBrand(platform) }))
    })
  })

  app.get('/news/feed.xml', (c) => {
    const locale = chooseLocale(c)
    return serve(c, '/news/feed.xml', locale, async () => {
      const { rows } = await readNews(platform, { q: '', tag: null, page: 1, pageSize: FEED_SIZE })
      return html(atomFeed(rows, locale, baseUrl, platform.clock.now()), ATOM)
    })
  })

  app.get('/news/photos/:photoId', async (c) => {
    const photo = await readPublicPhoto(platform, c.req.param('photoId'))
    if (!photo) throw absent()
    c.header('content-type', photo.mediaType)
    c.header('content-security-policy', `default-src 'none'; sandbox`)
    // An article can be withdrawn, and its photographs with it.
    c.header('cache-control', 'public, max-age=300')
    c.header('etag', `"${photo.sha256.slice(0, 32)}"`)
    if (c.req.header('if-none-match') !== `"${photo.sha256.slice(0, 32)}"`) return c.body(photo.contents)
    await photo.contents.cancel()
    return c.body(null, 304)
  })

  app.get('/news/drafts/:articleId', async (c) => {
    const locale = chooseLocale(c)
    const article = await readPreview(platform, await c.var.facts.actor(), c.req.param('articleId'))
    const page =
      article &&
      previewPage(
        article,
        locale,
        (photoId) => `/api/v1/programmes/${article.programmeId}/articles/${article.id}/photos/${photoId}`,
      )
    if (!page) throw absent()
    c.header('content-language', locale)
    c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex')
    return c.html(page)
  })

  const views = createViewCounter(platform)
  const addresses = new Map<string, string>()
  app.get('/news/:slug', async (c) => {
    const locale = chooseLocale(c)
    const slug = c.req.param('slug')
    const response = await serve(c, `/news/${slug}`, locale, async () => {
      const article = await readPublicArticle(platform, slug)
      if (!article) return null
      addresses.set(slug, article.id)
      const brand = await readBrand(platform, article.programmeId)
      return html(articlePage({ article, beside: await readBeside(platform, article), locale, baseUrl, brand }))
    })
    await views.count(addresses.get(slug), c.var.facts.clientAddress)
    return response
  })

  app.get('/news/:slug/print', (c) => {
    const locale = chooseLocale(c)
    const slug = c.req.param('slug')
    return serve(c, `/news/${slug}/print`, locale, async () => {
      const article = await readPublicArticle(platform, slug)
      return article && html(printPage({ article, locale, baseUrl }))
    })
  })

  app.post('/news/:slug/like', async (c) => {
    const slug = c.req.param('slug')
    const liked = await likeArticle(platform, { slug, clientAddress: c.var.facts.clientAddress })
    if (!liked.ok) throw new Refused(liked.refusal)
    cache.forget((key) => key.endsWith(` /news/${slug}`))
    return c.redirect(`/news/${slug}#actions`, 303)
  })

  app.post('/news/:slug/mail', async (c) => {
    const locale = chooseLocale(c)
    const slug = c.req.param('slug')
    const form = await c.req.parseBody()
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
    const { clientAddress } = c.var.facts
    const sent = await mailArticle(platform, { slug, to: field('to'), from: field('from'), locale, clientAddress })
    c.header('cache-control', 'no-store')
    c.header('content-language', locale)
    if (sent.ok) return c.html(noticePage(locale, { slug, text: say(locale)('news.mailSent'), retry: false }))
    const { code, kind, detail } = sent.refusal
    if (kind === 'absent') throw new Refused(sent.refusal)
    const text = translateRefusal(locale, code, detail)
    return c.html(noticePage(locale, { slug, text, retry: kind === 'invalid' }), kind === 'invalid' ? 422 : 429)
  })

  app.get('/catalogue', (c) => {
    const locale = chooseLocale(c)
    const { q, page } = listQuery(c)
    const group = c.req.query('group')?.slice(0, 40) || null
    return serve(c, `/catalogue ${JSON.stringify([q, group, page])}`, locale, async () => {
      const query = { q, group, page, pageSize: CATALOGUE_PAGE_SIZE }
      const brand = await readSiteBrand(platform)
      return html(cataloguePage({ ...query, ...(await readCatalogue(platform, query)), locale, baseUrl, brand }))
    })
  })

  app.get('/catalogue/:companyId', (c) => {
    const locale = chooseLocale(c)
    const companyId = c.req.param('companyId')
    return serve(c, `/catalogue/${companyId}`, locale, async () => {
      const company = await readCatalogueCompany(platform, companyId)
      return company && html(companyPage(company, locale, baseUrl, await readSiteBrand(platform)))
    })
  })

  app.get('/sitemap.xml', (c) =>
    serve(c, '/sitemap.xml', 'en', async () => html(siteMap(await readAddresses(platform), baseUrl), XML)),
  )
  app.get('/robots.txt', (c) => c.text(robots(baseUrl)))
}

/** Search words and page of a list, bounded. */
function listQuery(c: PageContext): { q: string; page: number } {
  const page = Number(c.req.query('page') ?? '1')
  return {
    q: (c.req.query('q') ?? '').slice(0, 200).trim(),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/**
 * Gathers views in memory, one a visitor and while, and has them written now and then; what is not written when the
 * process ends is lost.
 */
function createViewCounter(platform: Platform) {
  let waiting = new Map<string, number>()
  let writtenAt = Number.NEGATIVE_INFINITY
  const viewers = new Map<string, number>()
  const isAgain = (viewer: string): boolean => {
    const now = performance.now()
    const seenAt = viewers.get(viewer)
    if (seenAt !== undefined && now - seenAt < VIEW_AGAIN_MS) return true
    viewers.delete(viewer)
    viewers.set(viewer, now)
    const oldest = viewers.size > MOST_VIEWERS ? viewers.keys().next().value : undefined
    if (oldest !== undefined) viewers.delete(oldest)
    return false
  }
  return {
    async count(articleId: string | undefined, clientAddress: string): Promise<void> {
      if (articleId === undefined) return
      if (!isAgain(`${clientAddress} ${articleId}`)) waiting.set(articleId, (waiting.get(articleId) ?? 0) + 1)
      if (waiting.size === 0 || performance.now() - writtenAt < VIEWS_EVERY_MS) return
      const batch = waiting
      waiting = new Map()
      writtenAt = performance.now()
      await noteViews(platform, batch)
    },
  }
}
