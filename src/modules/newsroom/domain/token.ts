import type { Id } from '../../../kernel/id.ts'
import type { ArticleContent } from './article.ts'
import { textsOf } from './article.ts'

/**
 * `{figure:id}` is the number alone, `{count:id}` the number with what is counted, `{side:id:side}` the part of one
 * side, `{announced:id:announced}` what was published beside the figure, `{commitment:id}` a promise as it stands.
 */
export const TOKEN_KINDS = ['figure', 'count', 'side', 'announced', 'commitment'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export interface Token {
  readonly kind: TokenKind
  /** Of the figure or the commitment. */
  readonly id: Id
  /** Of the side or the announced number. */
  readonly part: Id | null
}

export type Segment = string | Token

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const TOKEN = new RegExp(`\\{(${TOKEN_KINDS.join('|')}):(${ID})(?::(${ID}))?\\}`, 'g')

/** The text cut at its tokens. What only looks like a token stays text. */
export function parseTokens(text: string): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) segments.push(text.slice(at, match.index))
    segments.push({ kind: match[1] as TokenKind, id: match[2]!, part: match[3] ?? null })
    at = match.index + match[0].length
  }
  if (at < text.length) segments.push(text.slice(at))
  return segments
}

/** The text with its tokens blanked out, so that places stay what they are. */
export const withoutTokens = (text: string): string => text.replaceAll(TOKEN, (token) => ' '.repeat(token.length))

/** Figures and promises that the article tells in any language, in the order in which they first come. */
export function usedIn(content: ArticleContent): { readonly figures: Id[]; readonly commitments: Id[] } {
  const figures = new Set<Id>()
  const commitments = new Set<Id>()
  for (const text of Object.values(content).flatMap((article) =>
    article ? textsOf(article).map((one) => one.text) : [],
  )) {
    for (const segment of parseTokens(text)) {
      if (typeof segment !== 'string') (segment.kind === 'commitment' ? commitments : figures).add(segment.id)
    }
  }
  return { figures: [...figures], commitments: [...commitments] }
}
