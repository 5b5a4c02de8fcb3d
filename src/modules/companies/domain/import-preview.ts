import type { RowDecision, SheetIssue } from './sheet.ts'

/** What an import did or would do with one sheet. */
export interface SheetPreview {
  readonly sheet: string
  /** As the file calls it. */
  readonly title: string
  readonly rows: number
  readonly create: number
  readonly update: number
  readonly unchanged: number
  /** Headings and first rows as they were understood, for the eye. */
  readonly columns: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

/** An issue with its place as the person sees it: the sheet by key, the column by the heading in the file. */
export type ImportIssue = SheetIssue & { readonly sheet: string }

/** Kept with the imported file, so that it can be shown again and applied as it was previewed. */
export interface ImportPreview {
  /** Given for a CSV, which does not say what it holds. */
  readonly sheet: string | null
  readonly decisions: readonly RowDecision[]
  readonly sheets: readonly SheetPreview[]
  readonly issues: readonly ImportIssue[]
  readonly issuesTotal: number
  readonly applicable: boolean
}

/** Issues beyond these are counted, not kept. */
export const MAX_ISSUES = 1000

/** Later decisions about a row replace earlier ones. */
export function mergeDecisions(earlier: readonly RowDecision[], later: readonly RowDecision[]): RowDecision[] {
  const byRow = new Map([...earlier, ...later].map((decision) => [`${decision.sheet}/${decision.row}`, decision]))
  return [...byRow.values()]
}
