import { html, raw } from 'hono/html'
import { createTranslators } from '../platform/i18n.ts'
import { LOCALES, type Locale } from '../kernel/locale.ts'
import { messages } from './messages.ts'

const { translate } = createTranslators({ site: messages })

/** Text of the public pages: `say('ko')('lead')`. */
export const say =
  (locale: Locale) =>
  (key: string, values: Record<string, string> = {}): string =>
    translate(locale, `site.${key}`, values)

/** What a template of hono/html gives: text that is safe to place into a page. */
export type Html = ReturnType<typeof html>

/** Each language names itself. */
const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { ko: '한국어', ru: 'Русский', en: 'English' }

const LOGO = raw(
  '<svg width="36" height="26" viewBox="0 0 28 20" fill="none" aria-hidden="true"><path class="shore" d="M1.5 15.5h7M19.5 15.5h7"/><path class="arc" d="M5.5 15.5C7.5 3.3 20.5 3.3 22.5 15.5"/><circle cx="14" cy="6.3" r="2.9"/></svg>',
)

interface Page {
  readonly locale: Locale
  readonly title: string
  readonly content: Html
  /** Where the page is found in another language; absent: it has no address of its own. */
  readonly address?: string
}

/** A public page: it needs no script, and prints and reads aloud as it stands. */
export const layout = ({ locale, title, content, address }: Page): Html =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/site/naru.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site/tokens.css" />
        <link rel="stylesheet" href="/site/pretendard/pretendardvariable-dynamic-subset.css" />
        <link rel="stylesheet" href="/site/site.css" />
        ${address === undefined ? '' : LOCALES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${address}?lang=${other}" />`)}
      </head>
      <body>
        <header class="bar">
          <a class="mark" href="/">${LOGO}<span>Naru</span></a>
          ${address === undefined ? '' : languageLinks(locale, address)}
        </header>
        <main>${content}</main>
        <footer class="foot">
          <span>${say(locale)('foot.health')}</span>
          <a href="/api/docs">${say(locale)('foot.api')}</a>
        </footer>
      </body>
    </html>`

const languageLinks = (locale: Locale, address: string): Html =>
  html`<nav aria-label="${say(locale)('language')}">
    ${LOCALES.map((other) =>
      other === locale
        ? html`<span class="here" lang="${other}" aria-current="true">${LANGUAGE_NAMES[other]}</span>`
        : html`<a lang="${other}" hreflang="${other}" href="${address}?lang=${other}">${LANGUAGE_NAMES[other]}</a>`,
    )}
  </nav>`
