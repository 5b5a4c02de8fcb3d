import type { Id } from '../../../kernel/id.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type TableToWrite, writeXlsx } from '../../../platform/tables/write-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { plainUnits } from '../../../kernel/money.ts'
import { messages } from '../messages.ts'
import { amountOf } from '../operations/record-outcome.ts'
import type { OutcomeRow } from '../store/outcome-store.ts'
import type { FigureView } from './list-figures.ts'
import { loadReport } from './load-report.ts'

export interface FileToSend {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Figures, ladder and records as one workbook. */
export async function exportOutcomes(
  platform: Platform,
  actor: Actor,
  { programmeId, locale }: { readonly programmeId: Id; readonly locale: Locale },
): Promise<Result<FileToSend>> {
  const report = await loadReport(platform, actor, { programmeId, limit: 10_000 })
  if (!report.ok) return report
  const { programme, figures, ladder, records } = report.value
  const tables = [figureTable(figures, locale), ladderTable(ladder, locale), recordTable(records, locale)]
  const name = `${programme.slug}-${messages[locale].report.fileName}.xlsx`
  return ok({ name, mediaType: XLSX, contents: await writeXlsx(tables) })
}

const headed = (title: string, headings: readonly string[], rows: TableToWrite['rows']): TableToWrite => ({
  title,
  columns: headings.map((heading) => ({ heading })),
  rows,
})

function figureTable(figures: readonly FigureView[], locale: Locale): TableToWrite {
  const t = messages[locale].report
  return headed(
    t.figures,
    [
      t.columns.figure,
      t.columns.recorded,
      t.columns.unit,
      t.columns.records,
      t.columns.announced,
      t.columns.source,
      t.columns.difference,
      t.columns.explanation,
    ],
    figures.flatMap((figure) => {
      const own = [textIn(figure.name, locale), figure.value, figure.unit, figure.records.length]
      if (figure.announced.length === 0) return [[...own, null, null, null, null]]
      return figure.announced.map(({ value, source, difference, explanation }) => [
        ...own,
        value,
        source,
        difference,
        textIn(explanation, locale),
      ])
    }),
  )
}

function ladderTable(
  ladder: readonly { rung: string; count: number | null; amounts: readonly { currency: string; minor: number }[] }[],
  locale: Locale,
): TableToWrite {
  const t = messages[locale]
  return headed(
    t.report.ladder,
    [t.report.columns.rung, t.report.columns.count, t.report.columns.amount, t.report.columns.currency],
    ladder.flatMap(({ rung, count, amounts }) => {
      const name = t.rungs[rung as keyof typeof t.rungs]
      const unknown = count ?? t.report.notRecorded
      if (amounts.length === 0) return [[name, unknown, null, null]]
      return amounts.map(({ currency, minor }) => [
        name,
        unknown,
        Number(plainUnits({ minor, currency: currency as 'USD' })),
        currency,
      ])
    }),
  )
}

function recordTable(records: readonly OutcomeRow[], locale: Locale): TableToWrite {
  const t = messages[locale]
  const columns = t.report.columns
  return headed(
    t.report.records,
    [
      columns.day,
      columns.kind,
      columns.title,
      columns.parties,
      columns.basis,
      columns.amount,
      columns.currency,
      columns.grade,
      columns.evidence,
      columns.status,
      columns.reference,
    ],
    records.map((row) => {
      const amount = amountOf(row)
      return [
        row.happenedOn,
        t.kinds[row.kind],
        textIn(row.title, locale),
        row.parties.map(({ name }) => textIn(name, locale)).join('; '),
        t.bases[row.basis],
        amount && Number(plainUnits(amount)),
        row.currency,
        t.grades[row.grade],
        row.evidence,
        t.statuses[row.status],
        row.reference,
      ]
    }),
  )
}
