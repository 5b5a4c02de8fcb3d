import { type Keyword, listKeywords, saveKeywords } from '../../../programmes/index.ts'
import { changedFacts } from '../../domain/company.ts'
import { FirstRows } from '../../domain/match-company.ts'
import { type RowEffect, type SheetIssue, type SheetRow, orStored, patchText } from '../../domain/sheet.ts'
import { type ImportRun, sheetImporter } from '../sheet-importer.ts'
import { type KeywordColumns, keywordSheet } from './keyword-sheet.ts'
import { systemActor } from '../../../accounts/index.ts'

type Row = SheetRow<KeywordColumns>

export const keywordImporter = sheetImporter({
  sheet: keywordSheet,
  needsEvent: false,
  codeColumn: 'code',
  apply: importKeywords,
  exportRows: async ({ platform, programmeId }) => {
    const listed = await listKeywords(platform, systemActor('export'), { programmeId })
    return listed.ok ? listed.value : []
  },
})

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/
const keyOf = ({ list, code }: Pick<Keyword, 'list' | 'code'>): string => `${list}/${code}`

/** Adds and renames; nothing is removed, because profiles carry the codes. The lists belong to the stage programmes. */
async function importKeywords(run: ImportRun, rows: readonly Row[]) {
  const { platform, actor, programmeId } = run
  const listed = await listKeywords(platform, actor, { programmeId })
  const known = new Map((listed.ok ? listed.value : []).map((keyword) => [keyOf(keyword), keyword]))
  const said = rows.map(({ row, values }) => ({ row, keyword: keywordFrom(values, known) }))
  const parents = new Map(
    [...known.values(), ...said.map(({ keyword }) => keyword)].map((each) => [keyOf(each), each.parentCode]),
  )
  const issues = keywordIssues(said, parents)
  const refused = new Set(issues.map(({ row }) => row))
  const effects = new Map<number, RowEffect>()
  const changed: Keyword[] = []
  for (const { row, keyword } of said) {
    if (refused.has(row)) continue
    const stored = known.get(keyOf(keyword))
    const effect = !stored ? 'create' : changedFacts(stored, keyword).length > 0 ? 'update' : 'unchanged'
    effects.set(row, effect)
    if (effect !== 'unchanged') changed.push(keyword)
  }
  const keywords = withTheirParents(changed, known)
  if (keywords.length > 0) {
    const saved = await saveKeywords(platform, actor, { programmeId, keywords })
    if (!saved.ok) throw new Error(`Keywords were refused after they were checked: ${saved.refusal.code}`)
  }
  return { effects, issues }
}

/** Without those below a refused keyword: they cannot be stored, and the import will not be applied anyway. */
function withTheirParents(keywords: readonly Keyword[], known: ReadonlyMap<string, Keyword>): readonly Keyword[] {
  const there = new Set([...known.keys(), ...keywords.map(keyOf)])
  const kept = keywords.filter(
    ({ list, parentCode }) => parentCode === null || there.has(keyOf({ list, code: parentCode })),
  )
  return kept.length === keywords.length ? kept : withTheirParents(kept, known)
}

function keywordFrom(values: Row['values'], known: ReadonlyMap<string, Keyword>): Keyword {
  const { list, code } = values
  const stored = known.get(keyOf({ list, code }))
  return {
    list,
    code,
    parentCode: orStored(values.parentCode, stored?.parentCode ?? null),
    name: patchText(stored?.name ?? {}, values.name),
  }
}

function keywordIssues(
  said: readonly { readonly row: number; readonly keyword: Keyword }[],
  parents: ReadonlyMap<string, string | null>,
): SheetIssue[] {
  const firsts = new FirstRows()
  return said.flatMap(({ row, keyword: { list, code, parentCode } }): SheetIssue[] => {
    const firstRow = firsts.claim(keyOf({ list, code }), row)
    if (firstRow !== null) return [error(row, 'code', 'code-twice', { value: code, firstRow })]
    if (!CODE.test(code)) return [error(row, 'code', 'keyword-code-invalid', { value: code })]
    const sound =
      parentCode === null || (parents.has(keyOf({ list, code: parentCode })) && !isAboveItself(list, code, parents))
    return sound ? [] : [error(row, 'parentCode', 'keyword-parent-unknown', { value: parentCode })]
  })
}

const error = (row: number, column: string, code: string, values: SheetIssue['values']): SheetIssue => ({
  row,
  column,
  code,
  values,
  severity: 'error',
})

function isAboveItself(list: Keyword['list'], code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set([code])
  for (let above = parents.get(keyOf({ list, code })); above; above = parents.get(keyOf({ list, code: above }))) {
    if (seen.has(above)) return true
    seen.add(above)
  }
  return false
}
