import type { Id } from '../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { type Db, transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import type { TableFile } from '../../../platform/tables/table.ts'
import type { Actor } from '../../accounts/index.ts'
import { type ImportIssue, type ImportPreview, MAX_ISSUES, type SheetPreview } from '../domain/import-preview.ts'
import type { RowDecision, RowEffect, SheetIssue } from '../domain/sheet.ts'
import { type UnderstoodFile, type UnderstoodSheet, understandFile } from '../domain/understand-file.ts'
import type { ImportRun, SheetImporter, SheetOutcome } from './sheet-importer.ts'
import { notesTitles, workbookTexts } from './workbook-texts.ts'

export interface ImportInput {
  readonly programmeId: Id
  readonly eventId: Id | null
  readonly file: TableFile
  /** What a CSV holds; null lets the file tell. */
  readonly sheet: string | null
  readonly decisions: readonly RowDecision[]
}

/**
 * Runs a whole import in one transaction. With `finish`, an import without errors is kept together with what
 * `finish` writes; in every other case nothing is. Preview and application are the same run, so what was shown
 * is what happens.
 */
export async function runImport(
  platform: Platform,
  actor: Actor,
  importers: readonly SheetImporter[],
  input: ImportInput,
  finish: ((trx: Db, preview: ImportPreview) => Promise<void>) | null,
): Promise<{ preview: ImportPreview; applied: boolean; raced: boolean }> {
  const known = importers.map(({ sheet, codeColumn }) => ({ sheet, codeColumn }))
  const understood = understandFile(input.file, known, workbookTexts, { only: input.sheet, notesTitles })
  let latest: ImportPreview | null = null
  try {
    const attempt = await transaction(platform.db, async (trx): Promise<Attempt> => {
      latest = await applySheets(within(platform, trx), actor, importers, input, understood)
      if (!finish || !latest.applicable) return { ...ROLL_BACK, preview: latest }
      await finish(trx, latest)
      return { ok: true, preview: latest }
    })
    return { preview: attempt.preview, applied: attempt.ok, raced: false }
  } catch (error) {
    // Everything was checked before it was written, so another one wrote the same row in between.
    if (latest === null || uniqueViolation(error) === null) throw error
    return { preview: latest, applied: false, raced: true }
  }
}

type Attempt = ({ ok: true } | { ok: false; refusal: Refusal }) & { readonly preview: ImportPreview }

/** A returned refusal is what makes the transaction undo everything. */
const ROLL_BACK = refuse('conflict', 'companies.import-not-applicable')

async function applySheets(
  platform: Platform,
  actor: Actor,
  importers: readonly SheetImporter[],
  { programmeId, eventId, sheet, decisions }: ImportInput,
  { sheets, issues: fileIssues }: UnderstoodFile,
): Promise<ImportPreview> {
  const refusedCodes = new Map<string, Set<string>>()
  const decided = new Map(decisions.map((decision) => [`${decision.sheet}/${decision.row}`, decision.is]))
  const run: ImportRun = {
    platform,
    actor,
    programmeId,
    eventId,
    decisionOf: (key, row) => decided.get(`${key}/${row}`) ?? null,
    wasRefused: (key, code) => refusedCodes.get(key)?.has(code) ?? false,
  }
  const previews: SheetPreview[] = []
  const issues: ImportIssue[] = [...fileIssues]
  for (const importer of importers) {
    const found = sheets.get(importer.sheet.key)
    if (!found) continue
    const outcome = await applySheet(importer, run, found)
    previews.push(previewOf(importer.sheet.key, found, outcome))
    issues.push(...placed(importer.sheet.key, found, [...found.decoded.issues, ...outcome.issues]))
    refusedCodes.set(importer.sheet.key, refusedCodesOf(importer, found, outcome))
  }
  return {
    sheet,
    decisions,
    sheets: previews,
    issues: issues.toSorted(bySeverityAndRow).slice(0, MAX_ISSUES),
    issuesTotal: issues.length,
    applicable: issues.every(({ severity }) => severity === 'warning'),
  }
}

const NOTHING: SheetOutcome = { effects: new Map(), issues: [] }

async function applySheet(
  importer: SheetImporter,
  run: ImportRun,
  { decoded }: UnderstoodSheet,
): Promise<SheetOutcome> {
  if (decoded.rows.length === 0) return NOTHING
  if (!importer.needsEvent || run.eventId !== null) return importer.apply(run, decoded.rows)
  return { ...NOTHING, issues: [{ row: null, column: null, code: 'event-missing', values: {}, severity: 'error' }] }
}

function previewOf(sheet: string, { title, decoded }: UnderstoodSheet, { effects }: SheetOutcome): SheetPreview {
  const count = (effect: RowEffect) => [...effects.values()].filter((each) => each === effect).length
  return {
    sheet,
    title,
    rows: decoded.rowCount,
    columns: decoded.columns,
    sample: decoded.sample,
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
  }
}

/** Issues with the heading that the file has for the column. */
const placed = (sheet: string, { decoded }: UnderstoodSheet, issues: readonly SheetIssue[]): ImportIssue[] =>
  issues.map((issue) => ({
    ...issue,
    sheet,
    column: issue.column === null ? null : (decoded.headings.get(issue.column) ?? issue.column),
  }))

function refusedCodesOf(
  { codeColumn }: SheetImporter,
  { decoded }: UnderstoodSheet,
  { issues }: SheetOutcome,
): Set<string> {
  const refused = new Set(decoded.refusedCodes)
  if (codeColumn === undefined) return refused
  const rows = new Set(issues.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  for (const { row, values } of decoded.rows) {
    const code = values[codeColumn]
    if (rows.has(row) && typeof code === 'string') refused.add(code)
  }
  return refused
}

const bySeverityAndRow = (a: ImportIssue, b: ImportIssue): number =>
  a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1
