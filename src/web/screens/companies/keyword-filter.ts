import type { OptionsFilter } from '@mantine/core'
import { findKeywords } from './keyword-choices.ts'
import type { Keyword } from './shapes.ts'

/** For a picker of keywords: typed words are looked for in all three languages, not only in what is shown. */
export const keywordFilter =
  (rows: readonly Keyword[]): OptionsFilter =>
  ({ options, search }) => {
    if (search.trim() === '') return options
    const found = findKeywords(rows, search)
    return options.flatMap((option) => {
      if (!('group' in option)) return []
      const items = option.items.filter((item) => found.has(String(item.value)))
      return items.length > 0 ? [{ ...option, items }] : []
    })
  }
