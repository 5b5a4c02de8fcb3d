import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'

export const ARTICLE_STATUSES = ['draft', 'published', 'corrected', 'withdrawn'] as const
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number]

/** A part of the body. Texts are plain, with tokens where numbers and promises stand; there is no other markup. */
export type Block =
  | { readonly type: 'paragraph' | 'heading'; readonly text: string }
  | { readonly type: 'quote'; readonly text: string; readonly by: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'photo'; readonly photoId: Id }

/** The article in one language. */
export interface ArticleText {
  readonly title: string
  readonly subtitle: string
  readonly body: readonly Block[]
}

export type ArticleContent = { readonly [language in Locale]?: ArticleText | undefined }

/** A number that no record gives, and why it stands there nevertheless. Readers see the reason. */
export interface ManualNumber {
  readonly value: number
  readonly reason: LocalizedText
}

/** Public facts of one record behind a figure. */
export interface PublicRecord {
  readonly id: Id
  readonly kind: string
  readonly title: LocalizedText
  readonly parties: readonly LocalizedText[]
  readonly on: string | null
  readonly amount: { readonly minor: number; readonly currency: string } | null
  readonly basis: string | null
  readonly grade: string | null
  readonly synthetic: boolean
}

/** What was published of the same thing, beside what the records give. */
export interface PublicAnnounced {
  readonly id: Id
  readonly value: number
  readonly unit: string
  readonly asOf: string | null
  readonly source: string
  readonly difference: number | null
  readonly explanation: LocalizedText
}

/** How a figure was counted when an article told it. */
export interface Counted {
  readonly code: string
  readonly name: LocalizedText
  readonly source: string
  readonly measure: string
  readonly asOf: Instant
  readonly bySide: readonly { readonly sideId: Id; readonly name: LocalizedText; readonly count: number }[]
  /** How many there are; `records` holds the first of them. */
  readonly total: number
  readonly records: readonly PublicRecord[]
  readonly announced: readonly PublicAnnounced[]
}

/** A figure as an article tells it. */
export interface ToldFigure {
  readonly id: Id
  readonly value: number | null
  readonly unit: string
  readonly counted: Counted
}

/** A promise as it stands. */
export interface ToldCommitment {
  readonly id: Id
  readonly party: LocalizedText
  readonly what: LocalizedText
  readonly dueOn: string | null
  readonly status: string
  readonly fulfilledOn: string | null
}

/** What the tokens of an article stand for. */
export interface ArticleFacts {
  readonly figures: ReadonlyMap<Id, ToldFigure>
  readonly commitments: ReadonlyMap<Id, ToldCommitment>
}

/** Records listed under a figure; the rest is counted. */
export const MOST_RECORDS_SHOWN = 60

/** Every text of an article with its place, in reading order. */
export function textsOf({ title, subtitle, body }: ArticleText): { readonly place: string; readonly text: string }[] {
  const ofBlock = (block: Block, index: number) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [{ place: `body.${index}`, text: block.text }]
      case 'quote':
        return [{ place: `body.${index}`, text: block.text }]
      case 'list':
        return block.items.map((text, item) => ({ place: `body.${index}.${item}`, text }))
      case 'photo':
        return []
    }
  }
  return [{ place: 'title', text: title }, { place: 'subtitle', text: subtitle }, ...body.flatMap(ofBlock)]
}

export const photosIn = ({ body }: ArticleText): Id[] =>
  body.flatMap((block) => (block.type === 'photo' ? [block.photoId] : []))

/** Whether readers can open it now. */
export const isPublic = (
  { status, embargoUntil }: { readonly status: ArticleStatus; readonly embargoUntil: Instant | null },
  now: Instant,
): boolean => (status === 'published' || status === 'corrected') && (embargoUntil === null || embargoUntil <= now)
