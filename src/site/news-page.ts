import { html } from 'hono/html'
import { type Locale, textIn } from '../kernel/locale.ts'
import { type ArticleSummary, type Beside, dayText } from '../modules/newsroom/index.ts'
import type { PublicBrand } from '../modules/programmes/index.ts'
import { wallClock } from '../kernel/time-zone.ts'
import { withBeside } from './beside-column.ts'
import { mailForm, tagLinks } from './article-page.ts'
import { type Html, layout, say } from './layout.ts'
import { pagesNav } from './pages-nav.ts'
import { shorePicture } from './shore-picture.ts'
import { summaryTitle } from './summary-title.ts'

export interface NewsPageFacts {
  readonly locale: Locale
  readonly baseUrl: string
  readonly rows: readonly ArticleSummary[]
  readonly total: number
  readonly q: string
  readonly tag: string | null
  readonly page: number
  readonly pageSize: number
  readonly beside: Beside
  readonly brand?: PublicBrand | null
}

/** The list of articles, newest first; the first of them large. */
export function newsPage(facts: NewsPageFacts): Html {
  const { locale, rows, total, q, tag, page, pageSize, beside, baseUrl } = facts
  const t = say(locale)
  const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(tag === null ? {} : { tag }) })
  const address = `/news${query.size === 0 ? '' : `?${query}`}`
  const isFront = page === 1 && q === '' && tag === null
  const [lead, ...rest] = rows
  const listed = isFront ? rest : rows
  const list = html`<div>
    ${isFront && lead ? leadStory(lead, locale) : ''}
    ${total === 0 ? html`<p class="empty">${t(isFront ? 'news.empty' : 'news.nothing')}</p>` : ''}
    <ul class="stories">
      ${listed.map((article) => story(article, locale))}
    </ul>
    ${pagesNav({ address, page, pageSize, total, locale })}
  </div>`
  const content = html`<div class="page-head">
      <h1>${t('news.title')}</h1>
      ${searchForm('/news', q, t('news.search'), locale)}
    </div>
    ${isFront ? '' : html`<p class="found" role="status">${t('news.found', { total })}${tag === null ? '' : html` <b>#${tag}</b>`} <a href="/news">${t('news.all')}</a></p>`}
    ${withBeside(list, beside, locale, { withRelated: false })}`
  return layout({
    locale,
    title: `${t('news.title')} – Naru`,
    content,
    address,
    section: 'news',
    brand: facts.brand,
    share: { baseUrl, description: t('news.description'), type: 'website' },
  })
}

export const searchForm = (address: string, q: string, label: string, locale: Locale): Html =>
  html`<form class="search" role="search" method="get" action="${address}">
    <input name="q" type="search" value="${q}" maxlength="200" aria-label="${label}" placeholder="${label}" />
    <button class="button">${say(locale)('search')}</button>
  </form>`

const publishedDay = ({ publishedAt, timeZone }: ArticleSummary, locale: Locale): Html =>
  html`<time datetime="${publishedAt}">${dayText(wallClock(publishedAt, timeZone).date, locale)}</time>`

function leadStory(article: ArticleSummary, locale: Locale): Html {
  const { photo } = article
  const agreements = article.figures.find(({ unit }) => unit === 'agreements')?.value ?? 1
  return html`<article class="lead-story">
    ${
      photo
        ? html`<img
            src="/news/photos/${photo.id}"
            width="${photo.width}"
            height="${photo.height}"
            alt="${textIn(photo.alternative, locale)}"
          />`
        : shorePicture(agreements)
    }
    <p class="meta">${publishedDay(article, locale)} ${correctedBadge(article, locale)}</p>
    <h2><a href="/news/${article.slug}">${summaryTitle(article, locale)}</a></h2>
    <p class="standfirst">${summaryTitle(article, locale, 'subtitle')}</p>
    ${tagLinks(article.tags, locale)}
  </article>`
}

const correctedBadge = ({ status }: ArticleSummary, locale: Locale): Html =>
  status === 'corrected' ? html`<span class="badge">${say(locale)('news.corrected')}</span>` : html``

const story = (article: ArticleSummary, locale: Locale): Html =>
  html`<li>
    <p class="meta">${publishedDay(article, locale)} ${correctedBadge(article, locale)}</p>
    <h2><a href="/news/${article.slug}">${summaryTitle(article, locale)}</a></h2>
    <p>${summaryTitle(article, locale, 'subtitle')}</p>
  </li>`

/** Says what became of a form. `retry`: the form once more. */
export function noticePage(
  locale: Locale,
  { slug, text, retry }: { readonly slug: string; readonly text: string; readonly retry: boolean },
): Html {
  const t = say(locale)
  const content = html`<section class="card">
    <h1>${t('news.mail')}</h1>
    <p role="${retry ? 'alert' : 'status'}">${text}</p>
    ${retry ? mailForm(slug, locale) : ''}
    <p><a href="/news/${slug}">${t('news.toArticle')}</a></p>
  </section>`
  return layout({ locale, title: `${t('news.mail')} – Naru`, content, section: 'news' })
}
