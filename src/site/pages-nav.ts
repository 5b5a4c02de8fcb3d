import { html } from 'hono/html'
import type { Locale } from '../kernel/locale.ts'
import { type Html, say } from './layout.ts'

interface Paging {
  /** Of the list with its query but without a page. */
  readonly address: string
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly locale: Locale
}

/** Back and on through a long list; nothing where it has one page. */
export function pagesNav({ address, page, pageSize, total, locale }: Paging): Html {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return html``
  const t = say(locale)
  const to = (number: number) => `${address}${address.includes('?') ? '&' : '?'}page=${number}`
  return html`<nav class="pages" aria-label="${t('pages')}">
    ${page > 1 ? html`<a rel="prev" href="${to(page - 1)}">${t('previousPage')}</a>` : ''}
    <span>${t('pageOf', { page, last })}</span>
    ${page < last ? html`<a rel="next" href="${to(page + 1)}">${t('nextPage')}</a>` : ''}
  </nav>`
}
