import { html, raw } from 'hono/html'
import { createTranslators } from '../platform/i18n.ts'
import { LOCALES, type Locale, textIn } from '../kernel/locale.ts'
import type { PublicBrand } from '../modules/programmes/index.ts'
import { messages } from './messages.ts'

const { translate } = createTranslators({ site: messages })

/** Text of the public pages: `say('ko')('lead')`. */
export const say =
  (locale: Locale) =>
  (key: string, values: Record<string, string | number> = {}): string =>
    translate(locale, `site.${key}`, values)

/** What a template of hono/html gives: text that is safe to place into a page. */
export type Html = ReturnType<typeof html>

/** Each language names itself. */
const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { ko: '한국어', ru: 'Русский', en: 'English' }

const LOGO = raw(
  '<svg width="36" height="26" viewBox="0 0 28 20" fill="none" aria-hidden="true"><path class="shore" d="M1.5 15.5h7M19.5 15.5h7"/><path class="arc" d="M5.5 15.5C7.5 3.3 20.5 3.3 22.5 15.5"/><circle cx="14" cy="6.3" r="2.9"/></svg>',
)

/** Parts of the public pages that stand in the bar on top. */
export type Section = 'news' | 'catalogue'

export interface Page {
  readonly locale: Locale
  readonly title: string
  readonly content: Html
  /** Where the page is found in another language, with its query; absent: it has no address of its own. */
  readonly address?: string
  readonly section?: Section
  /** Whose page it is to the eye; null or absent: ours. */
  readonly brand?: PublicBrand | null | undefined
  /** What a search engine and a shared link say of the page. */
  readonly share?: Share
}

export interface Share {
  /** Of this instance, without a slash at the end. */
  readonly baseUrl: string
  readonly description: string
  readonly type: 'website' | 'article'
  readonly image?: string
  /** schema.org, written into the page as data: it is not executed. */
  readonly data?: readonly object[]
}

/** `address` in a language: `/news?q=a` becomes `/news?q=a&lang=ko`. */
export const inLanguage = (address: string, locale: Locale): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`

/** A public page: it needs no script, and prints and reads aloud as it stands. */
export const layout = ({ locale, title, content, address, section, brand, share }: Page): Html =>
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
        ${section === undefined ? '' : html`<link rel="stylesheet" href="/site/news.css" />`}
        ${brand?.accent ? html`<link rel="stylesheet" href="/brand/${brand.programmeId}/colours.css" />` : ''}
        ${address === undefined ? '' : LOCALES.map((other) => html`<link rel="alternate" hreflang="${other}" href="${share?.baseUrl ?? ''}${inLanguage(address, other)}" />`)}
        ${section === undefined ? '' : html`<link rel="alternate" type="application/atom+xml" title="${say(locale)('news.title')}" href="/news/feed.xml?lang=${locale}" />`}
        ${share === undefined || address === undefined ? '' : shareTags(share, address, locale, title)}
      </head>
      <body>
        <a class="skip" href="#content">${say(locale)('skip')}</a>
        <header class="bar">
          <a class="mark" href="/">${brand ? brandMark(brand, locale) : html`${LOGO}<span>Naru</span>`}</a>
          <nav class="sections" aria-label="${say(locale)('sections')}">
            ${sectionLink('news', '/news', section, locale)} ${sectionLink('catalogue', '/catalogue', section, locale)}
          </nav>
          ${address === undefined ? '' : languageLinks(locale, address)}
        </header>
        <main id="content">${content}</main>
        <footer class="foot">
          <span>${say(locale)('foot.health')}</span>
          <a href="/api/docs">${say(locale)('foot.api')}</a>
        </footer>
      </body>
    </html>`

/** The picture beside the name it stands for; without one our mark in the colour of the programme. */
const brandMark = ({ name, logo }: PublicBrand, locale: Locale): Html =>
  html`${logo ? html`<img src="${logo}" alt="" />` : LOGO}<span>${textIn(name, locale)}</span>`

const sectionLink = (name: Section, address: string, section: Section | undefined, locale: Locale): Html =>
  name === section
    ? html`<a class="here" href="${address}" aria-current="true">${say(locale)(`${name}.title`)}</a>`
    : html`<a href="${address}">${say(locale)(`${name}.title`)}</a>`

const OPEN_GRAPH_LOCALES: Readonly<Record<Locale, string>> = { ko: 'ko_KR', ru: 'ru_RU', en: 'en_GB' }

const shareTags = (
  { baseUrl, description, type, image, data = [] }: Share,
  address: string,
  locale: Locale,
  title: string,
): Html =>
  html`<meta name="description" content="${description}" />
    <link rel="canonical" href="${baseUrl}${inLanguage(address, locale)}" />
    <link rel="alternate" hreflang="x-default" href="${baseUrl}${address}" />
    <meta property="og:type" content="${type}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${baseUrl}${inLanguage(address, locale)}" />
    <meta property="og:locale" content="${OPEN_GRAPH_LOCALES[locale]}" />
    ${LOCALES.filter((other) => other !== locale).map((other) => html`<meta property="og:locale:alternate" content="${OPEN_GRAPH_LOCALES[other]}" />`)}
    ${image === undefined ? '' : html`<meta property="og:image" content="${image}" />`}
    ${data.map((one) => raw(`<script type="application/ld+json">${dataBlock(one)}</script>`))}`

/** JSON that cannot end the element it stands in. */
const dataBlock = (value: object): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

const languageLinks = (locale: Locale, address: string): Html =>
  html`<nav aria-label="${say(locale)('language')}">
    ${LOCALES.map((other) =>
      other === locale
        ? html`<span class="here" lang="${other}" aria-current="true">${LANGUAGE_NAMES[other]}</span>`
        : html`<a lang="${other}" hreflang="${other}" href="${inLanguage(address, other)}"
            >${LANGUAGE_NAMES[other]}</a
          >`,
    )}
  </nav>`
