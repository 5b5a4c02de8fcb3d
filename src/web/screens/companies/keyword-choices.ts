import type { LocalizedText } from '../../../kernel/locale.ts'

interface KeywordRow {
  readonly list: 'technology' | 'market'
  readonly code: string
  readonly parentCode: string | null
  readonly name: LocalizedText
}

export interface KeywordGroup {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

/** The keywords of one list under the names of their groups; a group is itself its first choice. */
export function keywordGroups(
  rows: readonly KeywordRow[],
  list: KeywordRow['list'],
  text: (name: LocalizedText) => string,
): KeywordGroup[] {
  const own = rows.filter((row) => row.list === list)
  const byCode = new Map(own.map((row) => [row.code, row]))
  const groups = new Map<string, { group: string; items: { value: string; label: string }[] }>()
  for (const row of own) {
    const top = topOf(row, byCode)
    const group = groups.get(top.code) ?? { group: text(top.name), items: [] }
    groups.set(top.code, group)
    const item = { value: row.code, label: text(row.name) }
    if (row === top) group.items.unshift(item)
    else group.items.push(item)
  }
  return [...groups.values()]
}

function topOf(row: KeywordRow, byCode: ReadonlyMap<string, KeywordRow>): KeywordRow {
  const seen = new Set<string>()
  let top = row
  // A list whose groups run in a circle ends here instead of nowhere.
  while (top.parentCode !== null && !seen.has(top.code)) {
    seen.add(top.code)
    const parent = byCode.get(top.parentCode)
    if (!parent) break
    top = parent
  }
  return top
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')

/** Codes of the keywords that have the words in any language, or in their code. */
export function findKeywords(rows: readonly KeywordRow[], words: string): ReadonlySet<string> {
  const sought = fold(words).split(/\s+/).filter(Boolean)
  return new Set(
    rows
      .filter((row) => {
        const own = fold([row.code, ...Object.values(row.name)].join(' '))
        return sought.every((word) => own.includes(word))
      })
      .map(({ code }) => code),
  )
}
