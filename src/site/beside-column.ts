import { html } from 'hono/html'
import { type Locale, textIn } from '../kernel/locale.ts'
import type { ArticleSummary, Beside } from '../modules/newsroom/index.ts'
import { type Html, say } from './layout.ts'
import { summaryTitle } from './summary-title.ts'

/** `main` with what stands beside it; alone and in the middle where there is nothing. Empty parts are left out. */
export function withBeside(
  main: Html,
  beside: Beside,
  locale: Locale,
  { withRelated }: { readonly withRelated: boolean },
): Html {
  const t = say(locale)
  const parts = [
    linkList('top', t('news.topToday'), beside.topToday, locale),
    withRelated ? linkList('related', t('news.related'), beside.related, locale) : null,
    linkList('viewed', t('news.mostViewed'), beside.mostViewed, locale, true),
    photoNews(beside.photoNews, locale),
    banners(beside.banners, locale),
  ].filter((part) => part !== null)
  if (parts.length === 0) return html`<div class="alone">${main}</div>`
  return html`<div class="with-aside">
    ${main}
    <aside class="beside" aria-label="${t('news.beside')}">${parts}</aside>
  </div>`
}

function linkList(
  id: string,
  title: string,
  articles: readonly ArticleSummary[],
  locale: Locale,
  ranked = false,
): Html | null {
  if (articles.length === 0) return null
  const items = articles.map(
    (article) => html`<li><a href="/news/${article.slug}">${summaryTitle(article, locale)}</a></li>`,
  )
  return html`<section aria-labelledby="beside-${id}">
    <h2 id="beside-${id}">${title}</h2>
    ${
      ranked
        ? html`<ol class="ranked">
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`
    }
  </section>`
}

const photoNews = (articles: readonly ArticleSummary[], locale: Locale): Html | null =>
  articles.length === 0
    ? null
    : html`<section aria-labelledby="beside-photos">
        <h2 id="beside-photos">${say(locale)('news.photoNews')}</h2>
        <ul class="photo-news">
          ${articles.map(
            (article) =>
              html`<li>
                <a href="/news/${article.slug}"
                  ><img
                    src="/news/photos/${article.photo?.id}"
                    width="${article.photo?.width}"
                    height="${article.photo?.height}"
                    alt=""
                    loading="lazy"
                  /><span>${summaryTitle(article, locale)}</span></a
                >
              </li>`,
          )}
        </ul>
      </section>`

const banners = (rows: Beside['banners'], locale: Locale): Html | null =>
  rows.length === 0
    ? null
    : html`<section aria-label="${say(locale)('news.banners')}">
        <ul class="banners">
          ${rows.map(({ title, address }) => html`<li><a rel="noopener" href="${address}">${textIn(title, locale)}</a></li>`)}
        </ul>
      </section>`
