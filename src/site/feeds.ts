import { html, raw } from 'hono/html'
import { LOCALES, type Locale, textIn } from '../kernel/locale.ts'
import type { ArticleSummary } from '../modules/newsroom/index.ts'
import { type Html, inLanguage, say } from './layout.ts'
import { summaryTitle } from './summary-title.ts'

const DECLARATION = raw('<?xml version="1.0" encoding="utf-8"?>\n')

/** The newest articles as Atom (RFC 4287). `now`: when there is none yet. */
export function atomFeed(articles: readonly ArticleSummary[], locale: Locale, baseUrl: string, now: string): Html {
  const self = `${baseUrl}${inLanguage('/news/feed.xml', locale)}`
  const updated = articles.reduce((latest, { editedAt }) => (editedAt > latest ? editedAt : latest), '') || now
  return html`${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
      <id>${baseUrl}/news/feed.xml</id>
      <title>${say(locale)('news.title')} – Naru</title>
      <updated>${updated}</updated>
      <link rel="self" type="application/atom+xml" href="${self}" />
      <link rel="alternate" type="text/html" href="${baseUrl}${inLanguage('/news', locale)}" />
      <author><name>Naru</name></author>
      ${articles.map((article) => entry(article, locale, baseUrl))}
    </feed> `
}

const entry = (article: ArticleSummary, locale: Locale, baseUrl: string): Html =>
  html`<entry>
    <id>urn:uuid:${article.id}</id>
    <title>${summaryTitle(article, locale)}</title>
    <link
      rel="alternate"
      type="text/html"
      hreflang="${locale}"
      href="${baseUrl}${inLanguage(`/news/${article.slug}`, locale)}"
    />
    <published>${article.publishedAt}</published>
    <updated>${article.editedAt}</updated>
    <author><name>${textIn(article.byline, locale)}</name></author>
    <summary>${summaryTitle(article, locale, 'subtitle')}</summary>
    ${article.tags.map((tag) => html`<category term="${tag}" />`)}
  </entry>`

/** Every public page in every language, for search engines (sitemaps.org 0.9 with language links). */
export function siteMap(
  {
    articles,
    companies,
  }: { readonly articles: readonly { slug: string; editedAt: string }[]; readonly companies: readonly string[] },
  baseUrl: string,
): Html {
  const pages = [
    { address: '/', changed: null },
    { address: '/news', changed: null },
    { address: '/catalogue', changed: null },
    ...articles.map(({ slug, editedAt }) => ({ address: `/news/${slug}`, changed: editedAt })),
    ...companies.map((id) => ({ address: `/catalogue/${id}`, changed: null })),
  ]
  return html`${DECLARATION}<urlset
      xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:xhtml="http://www.w3.org/1999/xhtml"
    >
      ${pages.map(
        ({ address, changed }) =>
          html`<url
            ><loc>${baseUrl}${address}</loc>${changed === null ? '' : html`<lastmod>${changed}</lastmod>`}${LOCALES.map(
              (locale) =>
                html`<xhtml:link
                  rel="alternate"
                  hreflang="${locale}"
                  href="${baseUrl}${inLanguage(address, locale)}"
                />`,
            )}</url
          > `,
      )}</urlset
    > `
}

export const robots = (baseUrl: string): string =>
  `User-agent: *\nDisallow: /app/\nDisallow: /api/\nDisallow: /sign-in\n\nSitemap: ${baseUrl}/sitemap.xml\n`
