import type { ImportBatch, ImportDecision, ImportIssue, ImportSheet } from './shapes.ts'

export type Severity = ImportIssue['severity']

/** A row that looks like a known company: somebody has to say whether it is. */
export type PossibleDuplicate = ImportIssue & { readonly row: number }

export interface SheetOutcome extends ImportSheet {
  readonly errors: number
  readonly warnings: number
}

export interface ImportOutcome {
  readonly create: number
  readonly update: number
  readonly unchanged: number
  readonly sheets: readonly SheetOutcome[]
  readonly duplicates: readonly PossibleDuplicate[]
  /** Everything else, in the order of the server: errors first, then by sheet and row. */
  readonly issues: readonly ImportIssue[]
  readonly errors: number
  readonly warnings: number
  /** Nothing could be read: there is only a reason to show. */
  readonly unreadable: boolean
}

const isDuplicate = (issue: ImportIssue): issue is PossibleDuplicate =>
  issue.code === 'possible-duplicate' && issue.row !== null

const count = (issues: readonly ImportIssue[], severity: Severity): number =>
  issues.filter((issue) => issue.severity === severity).length

/** What a preview says, sorted by what a person does with it: decide, mend, look at. */
export function importOutcome({ sheets, issues }: Pick<ImportBatch, 'sheets' | 'issues'>): ImportOutcome {
  const rest = issues.filter((issue) => !isDuplicate(issue))
  const sum = (key: 'create' | 'update' | 'unchanged') => sheets.reduce((total, sheet) => total + sheet[key], 0)
  return {
    create: sum('create'),
    update: sum('update'),
    unchanged: sum('unchanged'),
    sheets: sheets.map((sheet) => {
      const own = issues.filter((issue) => issue.sheet === sheet.sheet)
      return { ...sheet, errors: count(own, 'error'), warnings: count(own, 'warning') }
    }),
    duplicates: issues.filter(isDuplicate),
    issues: rest,
    errors: count(rest, 'error'),
    warnings: count(rest, 'warning'),
    unreadable: sheets.length === 0,
  }
}

export interface IssueFilter {
  readonly severity: Severity | null
  readonly sheet: string | null
}

export const filterIssues = (issues: readonly ImportIssue[], { severity, sheet }: IssueFilter): ImportIssue[] =>
  issues.filter(
    (issue) => (severity === null || issue.severity === severity) && (sheet === null || issue.sheet === sheet),
  )

const keyOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string => `${sheet} ${row}`

/**
 * The questions that were asked so far: a decided one is not asked again by the server, but the person may want to
 * change the answer.
 */
export function gatherDuplicates(
  asked: readonly PossibleDuplicate[],
  now: readonly PossibleDuplicate[],
): PossibleDuplicate[] {
  const known = new Map(asked.map((one) => [keyOf(one), one]))
  for (const one of now) known.set(keyOf(one), one)
  return [...known.values()].toSorted((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row)
}

export const decisionOf = (
  decisions: readonly ImportDecision[],
  row: { readonly sheet: string; readonly row: number },
): ImportDecision['is'] | null => decisions.find((one) => keyOf(one) === keyOf(row))?.is ?? null

export const withDecision = (decisions: readonly ImportDecision[], decision: ImportDecision): ImportDecision[] => [
  ...decisions.filter((one) => keyOf(one) !== keyOf(decision)),
  decision,
]
