import { html } from 'hono/html'
import { type Instant } from '../kernel/instant.ts'
import { type Locale, textIn } from '../kernel/locale.ts'
import { wallClock } from '../kernel/time-zone.ts'
import {
  type ArticleSummary,
  type Beside,
  type CorrectionRow,
  type PhotoRow,
  type PublicArticle,
  type PublicRecord,
  type ToldFigure,
  dayText,
  writeNumber,
} from '../modules/newsroom/index.ts'
import { amountText, isCurrency, outcomesMessages } from '../modules/outcomes/index.ts'
import {
  type PhotoAddress,
  type TextContext,
  articleBody,
  articleIn,
  factsOf,
  photoFigure,
  plain,
  publicPhotoAddress,
} from './article-text.ts'
import { withBeside } from './beside-column.ts'
import type { PublicBrand } from '../modules/programmes/index.ts'
import { type Html, layout, say } from './layout.ts'
import { summaryTitle } from './summary-title.ts'
import { articleData } from './structured-data.ts'
import { shorePicture } from './shore-picture.ts'

export interface ArticlePageFacts {
  readonly article: PublicArticle
  readonly beside: Beside
  readonly locale: Locale
  readonly baseUrl: string
  readonly brand?: PublicBrand | null
}

/** "27 October 2020, 09:30" by the clock of the programme's first side. */
export function momentText(instant: Instant, timeZone: string, locale: Locale): string {
  const { date, time } = wallClock(instant, timeZone)
  return `${dayText(date, locale)} ${time}`
}

const countedAddress = (figures: readonly ToldFigure[]) => (id: string) =>
  `#counted-${figures.findIndex((figure) => figure.id === id) + 1}`

/** What the pages of an article are written from in one language. */
function textFacts(article: PublicArticle, locale: Locale, photoAddress: PhotoAddress = publicPhotoAddress) {
  const found = articleIn(article.content, locale)
  if (!found) return null
  const { text, language } = found
  const facts = factsOf(article)
  const photos = new Map<string, PhotoRow>(article.photos.map((photo) => [photo.id, photo]))
  const context: TextContext = {
    locale: language,
    facts,
    photos,
    countedAt: countedAddress(article.figures),
    photoAddress,
  }
  const title = plain(text.title, facts, language)
  return { text, language, context, title, subtitle: plain(text.subtitle, facts, language) }
}
type TextFacts = NonNullable<ReturnType<typeof textFacts>>

/** Head, photographs, figures, corrections and text: what the page and its preview have in common. */
function storyParts(article: PublicArticle, { text, language, context, title, subtitle }: TextFacts, locale: Locale) {
  const t = say(locale)
  const inText = new Set(text.body.flatMap((block) => (block.type === 'photo' ? [block.photoId] : [])))
  const [lead] = article.photos
  const rest = article.photos.filter((photo) => photo !== lead && !inText.has(photo.id))
  return html`<header>
      <p class="kicker">${textIn(article.programme.name, locale)}</p>
      <h1>${title}</h1>
      ${subtitle === '' ? '' : html`<p class="standfirst">${subtitle}</p>`} ${dateline(article, locale)}
      ${article.programme.demo ? html`<p class="note">${t('news.demo')}</p>` : ''}
      ${language === locale ? '' : html`<p class="note" lang="${locale}">${t('news.otherLanguage')}</p>`}
    </header>
    ${lead && !inText.has(lead.id) ? photoFigure(lead, context, true) : ''}
    ${lead ? '' : shorePicture(crossingsOf(article.figures))}
    ${article.figures.length === 0 ? '' : keyFigures(article.figures, locale)}
    ${article.corrections.length === 0 ? '' : corrections(article, locale)}
    <div class="prose">${articleBody(text.body, context)}</div>
    ${rest.map((photo) => photoFigure(photo, context))} ${tagLinks(article.tags, locale)}`
}

/** Nothing was counted and nothing typed by hand: there is nothing to explain. */
const hasNumbers = ({ figures, manualNumbers }: PublicArticle): boolean => figures.length + manualNumbers.length > 0

/** An article as its page would be, for those who write it: no forms, no neighbours, no search engine. */
export function previewPage(article: PublicArticle, locale: Locale, photoAddress: PhotoAddress): Html | null {
  const facts = textFacts(article, locale, photoAddress)
  if (!facts) return null
  const content = html`<div class="alone">
    <article class="story" lang="${facts.language}">
      <p class="note" role="status" lang="${locale}">${say(locale)(`news.preview.${article.status}`)}</p>
      ${storyParts(article, facts, locale)} ${hasNumbers(article) ? countedSection(article, locale) : ''}
    </article>
  </div>`
  return layout({ locale, title: facts.title, content, address: `/news/drafts/${article.id}`, section: 'news' })
}

/** An article with everything a reader may ask of it. */
export function articlePage({ article, beside, locale, baseUrl, brand }: ArticlePageFacts): Html | null {
  const facts = textFacts(article, locale)
  if (!facts) return null
  const { language, title, subtitle } = facts
  const t = say(locale)
  const story = html`<article class="story" lang="${language}">
    <p class="crumb"><a href="/news">${t('news.toList')}</a></p>
    ${storyParts(article, facts, locale)} ${readerActions(article, locale)}
    ${hasNumbers(article) ? countedSection(article, locale) : ''} ${neighbours(beside, locale)}
  </article>`
  const content = withBeside(story, beside, locale, { withRelated: true })
  const [lead] = article.photos
  const image = lead ? `${baseUrl}${publicPhotoAddress(lead.id)}` : undefined
  const corrected = article.corrections.map((row) => ({
    at: row.correctedAt,
    text: correctionText(row, article.figures, language),
  }))
  return layout({
    locale,
    title: `${title} – ${textIn(article.programme.operatorName, locale)}`,
    content,
    address: `/news/${article.slug}`,
    section: 'news',
    brand,
    share: {
      baseUrl,
      description: subtitle || title,
      type: 'article',
      ...(image === undefined ? {} : { image }),
      data: articleData(article, {
        locale: language,
        title,
        subtitle,
        baseUrl,
        image: image ?? null,
        corrections: corrected,
      }),
    },
  })
}

/** As many ways across as agreements are told; else as many as there are figures. */
const crossingsOf = (figures: readonly ToldFigure[]): number =>
  figures.find(({ unit }) => unit === 'agreements')?.value ?? figures.length

function dateline(
  { byline, registeredAt, publishedAt, editedAt, status, programme }: PublicArticle,
  locale: Locale,
): Html {
  const t = say(locale)
  const at = (instant: Instant) =>
    html`<time datetime="${instant}">${momentText(instant, programme.timeZone, locale)}</time>`
  return html`<p class="dateline">
    <span class="byline">${textIn(byline, locale)}</span>
    <span>${t('news.registered')} ${at(publishedAt < registeredAt ? registeredAt : publishedAt)}</span>
    ${editedAt > publishedAt ? html`<span>${t('news.edited')} ${at(editedAt)}</span>` : ''}
    ${status === 'corrected' ? html`<a class="badge" href="#corrections">${t('news.corrected')}</a>` : ''}
  </p>`
}

/** The figures of the article, large, each with what was announced beside it. */
const keyFigures = (figures: readonly ToldFigure[], locale: Locale): Html =>
  html`<dl class="key-figures">
    ${figures.map(
      ({ value, unit, counted }, index) =>
        html`<div>
          <dt>${textIn(counted.name, locale)}</dt>
          <dd>
            <a href="#counted-${index + 1}">${writeNumber.figureText(value, unit, locale)}</a>
            ${counted.announced
              .filter(({ difference }) => difference !== 0)
              .map(
                (announced) =>
                  html`<span class="announced"
                    >${say(locale)('news.announced', { value: writeNumber.figureText(announced.value, announced.unit, locale) })}</span
                  >`,
              )}
          </dd>
        </div>`,
    )}
  </dl>`

function corrections({ corrections: rows, figures, programme }: PublicArticle, locale: Locale): Html {
  const t = say(locale)
  return html`<section class="corrections" id="corrections" aria-labelledby="corrections-title">
    <h2 id="corrections-title">${t('news.corrections')}</h2>
    <ul>
      ${rows.map(
        (row) =>
          html`<li>
            <time datetime="${row.correctedAt}">${momentText(row.correctedAt, programme.timeZone, locale)}</time>
            ${correctionText(row, figures, locale)}
          </li>`,
      )}
    </ul>
  </section>`
}

function correctionText(row: CorrectionRow, figures: readonly ToldFigure[], locale: Locale): string {
  if (row.kind === 'text') return textIn(row.note, locale)
  const figure = figures.find(({ id }) => id === row.figureId)
  const print = (value: number | null) => writeNumber.figureText(value, row.unit ?? '', locale)
  return say(locale)('news.figureCorrected', {
    figure: textIn(figure?.counted.name ?? {}, locale),
    old: print(row.oldValue),
    new: print(row.newValue),
  })
}

export const tagLinks = (tags: readonly string[], locale: Locale): Html =>
  tags.length === 0
    ? html``
    : html`<ul class="tags" aria-label="${say(locale)('news.tags')}">
        ${tags.map((tag) => html`<li><a href="/news?tag=${encodeURIComponent(tag)}">#${tag}</a></li>`)}
      </ul>`

/** Like, print and send by mail: plain forms. */
function readerActions({ slug, likes, views }: PublicArticle, locale: Locale): Html {
  const t = say(locale)
  return html`<div class="actions" id="actions">
    <form method="post" action="/news/${slug}/like">
      <button class="quiet-button">${t('news.like')} <b>${likes}</b></button>
    </form>
    <a class="quiet-button" href="/news/${slug}/print">${t('news.print')}</a>
    <details class="mail">
      <summary class="quiet-button">${t('news.mail')}</summary>
      ${mailForm(slug, locale)}
    </details>
    <span class="views">${t('news.views', { views })}</span>
  </div>`
}

export const mailForm = (slug: string, locale: Locale): Html => {
  const t = say(locale)
  return html`<form class="fields" method="post" action="/news/${slug}/mail">
    <label>${t('news.mailTo')} <input name="to" type="email" required maxlength="254" autocomplete="off" /></label>
    <label>${t('news.mailFrom')} <input name="from" type="text" maxlength="40" autocomplete="name" /></label>
    <p class="hint">${t('news.mailHint')}</p>
    <button class="button">${t('news.mailSend')}</button>
  </form>`
}

/** Behind every figure: what was counted, how, as of when, and the list. */
const countedSection = ({ figures, manualNumbers, programme }: PublicArticle, locale: Locale): Html => {
  const t = say(locale)
  return html`<section class="counted" aria-labelledby="counted">
    <h2 id="counted">${t('news.counted')}</h2>
    <p class="hint">${t('news.countedHint')}</p>
    ${figures.map((figure, index) => countedFigure(figure, index + 1, programme.timeZone, locale))}
    ${
      manualNumbers.length === 0
        ? ''
        : html`<h3>${t('news.manual')}</h3>
            <ul>
              ${manualNumbers.map(({ value, reason }) => html`<li>${writeNumber.figureText(value, '', locale)}: ${textIn(reason, locale)}</li>`)}
            </ul>`
    }
  </section>`
}

function countedFigure({ value, unit, counted }: ToldFigure, number: number, timeZone: string, locale: Locale): Html {
  const t = say(locale)
  const rest = counted.total - counted.records.length
  return html`<details>
    <summary><b>${writeNumber.countText(value, unit, locale)}</b> <span>${textIn(counted.name, locale)}</span></summary>
    <div id="counted-${number}">
      <p>
        ${t(`news.sources.${counted.source}`)} ${t(`news.measures.${counted.measure}`)}
        ${t('news.asOf', { moment: momentText(counted.asOf, timeZone, locale) })}
      </p>
      ${
        counted.bySide.length === 0
          ? ''
          : html`<p>${counted.bySide.map(({ name, count }) => `${textIn(name, locale)} ${count}`).join(' · ')}</p>`
      }
      ${counted.announced.map(
        (announced) =>
          html`<p class="difference">
            ${t('news.announcedBeside', {
              value: writeNumber.figureText(announced.value, announced.unit, locale),
              source: announced.source,
              recorded: writeNumber.figureText(value, unit, locale),
            })}
            ${textIn(announced.explanation, locale) || (announced.difference === 0 ? '' : t('news.unexplained'))}
          </p>`,
      )}
      <ol>
        ${counted.records.map((record) => html`<li>${recordText(record, locale)}</li>`)}
      </ol>
      ${rest > 0 ? html`<p>${t('news.moreRecords', { count: rest })}</p>` : ''}
    </div>
  </details>`
}

function recordText({ title, parties, on, amount, basis, grade, synthetic }: PublicRecord, locale: Locale): Html {
  const words = outcomesMessages[locale]
  const name = textIn(title, locale)
  const names = parties.map((party) => textIn(party, locale)).filter((party) => party !== '' && party !== name)
  const money =
    amount && isCurrency(amount.currency)
      ? amountText({ minor: amount.minor, currency: amount.currency }, locale)
      : null
  const basisText = money && basis ? ` (${words.bases[basis as keyof typeof words.bases]})` : ''
  const facts = [
    names.join(', '),
    on === null ? '' : dayText(on, locale),
    money === null ? '' : `${money}${basisText}`,
    grade === null ? '' : words.grades[grade as keyof typeof words.grades],
  ].filter(Boolean)
  const t = say(locale)
  return html`${name || t('news.unnamed')}${synthetic ? html` <span class="synthetic">${t('news.synthetic')}</span>` : ''}
  ${facts.length === 0 ? '' : html`<span class="facts">${facts.join(' · ')}</span>`}`
}

const neighbours = ({ previous, next }: Beside, locale: Locale): Html => {
  const t = say(locale)
  const link = (article: ArticleSummary | null, label: string, rel: 'prev' | 'next') =>
    article
      ? html`<a rel="${rel}" href="/news/${article.slug}"><span>${label}</span> ${summaryTitle(article, locale)}</a>`
      : html`<span class="none"><span>${label}</span> ${t('news.none')}</span>`
  return html`<nav class="neighbours" aria-label="${t('news.neighbours')}">
    ${link(previous, t('news.previous'), 'prev')}
    <a class="to-list" href="/news">${t('news.list')}</a>
    ${link(next, t('news.next'), 'next')}
  </nav>`
}

/** Title and text on white paper, with the address under it. */
export function printPage({ article, locale, baseUrl }: Omit<ArticlePageFacts, 'beside'>): Html | null {
  const found = textFacts(article, locale)
  if (!found) return null
  const { text, language, title, subtitle } = found
  const context: TextContext = { ...found.context, countedAt: null }
  const t = say(locale)
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/site/tokens.css" />
        <link rel="stylesheet" href="/site/pretendard/pretendardvariable-dynamic-subset.css" />
        <link rel="stylesheet" href="/site/site.css" />
        <link rel="stylesheet" href="/site/news.css" />
      </head>
      <body class="paper">
        <main>
          <p class="crumb">
            <a href="/news/${article.slug}">${t('news.toArticle')}</a> <span>${t('news.printHint')}</span>
          </p>
          <article class="story" lang="${language}">
            <h1>${title}</h1>
            <p class="standfirst">${subtitle}</p>
            ${dateline({ ...article, status: 'published' }, locale)}
            ${article.corrections.length === 0 ? '' : corrections(article, locale)}
            <div class="prose">${articleBody(text.body, context)}</div>
            <p class="source">
              ${textIn(article.programme.operatorName, locale)} · ${baseUrl}/news/${article.slug}
              ${article.programme.demo ? html`<br />${t('news.demo')}` : ''}
            </p>
          </article>
        </main>
      </body>
    </html>`
}
