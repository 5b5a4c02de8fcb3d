import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { Side } from '../../programmes/index.ts'
import type { Columns, ExportRow, RowDecision, RowEffect, Sheet, SheetIssue, SheetRow } from '../domain/sheet.ts'

/** One run over a workbook, for preview and application alike. */
export interface ImportRun {
  /** Its `db` is the transaction of the whole import: read and write through it only. */
  readonly platform: Platform
  readonly actor: Actor
  readonly programmeId: Id
  /** Set for importers with `needsEvent`; the event belongs to the programme (checked by its importer). */
  readonly eventId: Id | null
  decisionOf(sheet: string, row: number): RowDecision['is'] | null
  /**
   * True when a row of an earlier sheet with this code was refused: a reference to it is not refused a second
   * time, the row is left out silently.
   */
  wasRefused(sheet: string, code: string): boolean
}

export interface SheetOutcome {
  /** Effect of every row without an error, by row number. */
  readonly effects: ReadonlyMap<number, RowEffect>
  readonly issues: readonly SheetIssue[]
}

/** Where rows for an export come from. */
export interface ExportScope {
  readonly platform: Platform
  readonly programmeId: Id
  readonly eventId: Id | null
  readonly locale: Locale
  readonly sides: readonly Side[]
}

/**
 * A table that a stage can take in and give out. The framework reads the file, finds the sheet and its columns,
 * decodes the cells, and hands over the rows whose cells are sound; it owns the transaction, the preview and the
 * journal entry `import.applied`. The stage decides what the rows mean.
 */
export interface SheetImporter<C extends Columns = Columns> {
  readonly sheet: Sheet<C>
  readonly needsEvent: boolean
  /** The column by which rows of later sheets name a row of this one; see `ImportRun.wasRefused`. */
  readonly codeColumn?: keyof C & string
  /**
   * Checks all rows against what is stored, then writes the sound ones in few statements with their journal
   * entries. Called with at least one row. It must not run into a constraint: a failed statement would end the
   * transaction, so what a constraint would refuse is an issue found before. A second run with the same rows
   * changes nothing and reports `unchanged`.
   */
  apply(run: ImportRun, rows: readonly SheetRow<C>[]): Promise<SheetOutcome>
  /** The stored rows, in a stable order; an import of them must change nothing. */
  exportRows(scope: ExportScope): Promise<readonly ExportRow<C>[]>
}

/** Forgets the exact columns, so that importers of several stages fit into one list. */
export const sheetImporter = <const C extends Columns>(importer: SheetImporter<C>): SheetImporter =>
  importer as unknown as SheetImporter
