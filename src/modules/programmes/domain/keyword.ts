import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'

export const KEYWORD_LISTS = ['technology', 'market'] as const
export type KeywordList = (typeof KEYWORD_LISTS)[number]

export interface Keyword {
  readonly list: KeywordList
  readonly code: string
  /** Of the same list. */
  readonly parentCode: string | null
  readonly name: LocalizedText
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/

/**
 * Whether a code list can be saved as it is: codes well formed and single, every parent in the same list or among
 * `known`, no row above itself.
 */
export function decideKeywords(keywords: readonly Keyword[], known: ReadonlySet<string>): Result<void> {
  const parents = new Map(keywords.map((keyword) => [keywordKey(keyword), keyword.parentCode]))
  if (parents.size < keywords.length) return refuse('invalid', 'programmes.keyword-twice')
  for (const { list, code, parentCode, name } of keywords) {
    if (!CODE.test(code)) return refuse('invalid', 'programmes.keyword-malformed', { code })
    if (Object.keys(name).length === 0) return refuse('invalid', 'programmes.name-missing')
    if (parentCode === null) continue
    const parent = keywordKey({ list, code: parentCode })
    if (!parents.has(parent) && !known.has(parent))
      return refuse('invalid', 'programmes.keyword-parent-absent', { code })
    if (isAboveItself(list, code, parents)) return refuse('invalid', 'programmes.keyword-parent-absent', { code })
  }
  return ok(undefined)
}

/** Names a keyword within a programme. */
export const keywordKey = ({ list, code }: Pick<Keyword, 'list' | 'code'>): string => `${list}/${code}`

function isAboveItself(list: KeywordList, code: string, parents: ReadonlyMap<string, string | null>): boolean {
  let above = parents.get(keywordKey({ list, code }))
  for (let steps = 0; above !== null && above !== undefined; steps++) {
    if (above === code || steps > parents.size) return true
    above = parents.get(keywordKey({ list, code: above }))
  }
  return false
}
