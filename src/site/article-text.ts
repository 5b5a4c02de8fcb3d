import { html } from 'hono/html'
import { LOCALES, type Locale, textIn } from '../kernel/locale.ts'
import {
  type ArticleFacts,
  type ArticleText,
  type Block,
  type PhotoRow,
  type PublicArticle,
  parseTokens,
  printText,
  printToken,
  writeNumber,
} from '../modules/newsroom/index.ts'
import type { Html } from './layout.ts'

/** The text in the reader's language, else in English, else in whatever there is. */
export function articleIn(
  content: PublicArticle['content'],
  locale: Locale,
): { readonly text: ArticleText; readonly language: Locale } | null {
  for (const language of [locale, 'en', ...LOCALES] as const) {
    const text = content[language]
    if (text) return { text, language }
  }
  return null
}

export const factsOf = ({ figures, commitments }: Pick<PublicArticle, 'figures' | 'commitments'>): ArticleFacts => ({
  figures: new Map(figures.map((figure) => [figure.id, figure])),
  commitments: new Map(commitments.map((commitment) => [commitment.id, commitment])),
})

/** Text alone, for titles and for what machines read. */
export const plain = (text: string, facts: ArticleFacts, locale: Locale): string =>
  printText(text, facts, locale, writeNumber)

export interface TextContext {
  readonly locale: Locale
  readonly facts: ArticleFacts
  readonly photos: ReadonlyMap<string, PhotoRow>
  /** Address of what explains a figure; null: the numbers are not linked. */
  readonly countedAt: ((figureId: string) => string) | null
  readonly photoAddress: PhotoAddress
}

export type PhotoAddress = (photoId: string) => string

/** Where readers find a photograph. */
export const publicPhotoAddress: PhotoAddress = (photoId) => `/news/photos/${photoId}`

/** A text whose numbers lead to how they were counted. */
export function richText(text: string, { locale, facts, countedAt }: TextContext): Html {
  const parts = parseTokens(text).map((segment) => {
    if (typeof segment === 'string') return segment
    const printed = printToken(segment, facts, locale, writeNumber)
    if (segment.kind === 'commitment') return html`<span class="promise">${printed}</span>`
    if (countedAt === null) return printed
    return html`<a class="number" href="${countedAt(segment.id)}">${printed}</a>`
  })
  return html`${parts}`
}

/** The body of an article. */
export const articleBody = (blocks: readonly Block[], context: TextContext): Html =>
  html`${blocks.map((block) => blockHtml(block, context))}`

function blockHtml(block: Block, context: TextContext): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${richText(block.text, context)}</p>`
    case 'heading':
      return html`<h2>${richText(block.text, context)}</h2>`
    case 'quote':
      return html`<blockquote>
        <p>${richText(block.text, context)}</p>
        ${block.by === '' ? '' : html`<footer>${block.by}</footer>`}
      </blockquote>`
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${richText(item, context)}</li>`)}
      </ul>`
    case 'photo': {
      const photo = context.photos.get(block.photoId)
      return photo ? photoFigure(photo, context) : html``
    }
  }
}

/** A photograph with caption and credit. It takes its place before it is there. */
export const photoFigure = (
  photo: PhotoRow,
  { locale, photoAddress }: Pick<TextContext, 'locale' | 'photoAddress'>,
  isFirst = false,
): Html =>
  html`<figure class="photo">
    <img
      src="${photoAddress(photo.id)}"
      width="${photo.width}"
      height="${photo.height}"
      alt="${textIn(photo.alternative, locale)}"
      loading="${isFirst ? 'eager' : 'lazy'}"
      decoding="async"
    />
    <figcaption>${textIn(photo.caption, locale)} <span class="credit">${photo.credit}</span></figcaption>
  </figure>`
