import type { Id } from '../../../kernel/id.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { writeXlsx } from '../../../platform/tables/write-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { messages } from '../messages.ts'
import { listCases } from './list-cases.ts'
import type { CaseView } from './view-case.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** All cases the reader may see as a workbook. */
export async function exportCases(
  platform: Platform,
  actor: Actor,
  { programmeId, locale }: { readonly programmeId: Id; readonly locale: Locale },
) {
  const { rows } = await listCases(platform, actor, { programmeId })
  const { sheet: t } = messages[locale]
  const columns = [
    t.host,
    t.guest,
    t.about,
    t.state,
    t.since,
    t.days,
    t.owner,
    t.nextAction,
    t.nextActionOn,
    t.opened,
  ].map((heading) => ({ heading }))
  const contents = await writeXlsx([
    { title: t.title, columns, rows: rows.map((row) => cellsOf(row, locale)), wrapped: true },
  ])
  return { name: `${t.fileName}.xlsx`, mediaType: XLSX, contents }
}

const cellsOf = (row: CaseView, locale: Locale): (string | number | null)[] => [
  `${textIn(row.host.name, locale)} (${row.host.code})`,
  `${textIn(row.guest.name, locale)} (${row.guest.code})`,
  row.about,
  messages[locale].states[row.state],
  wallClock(row.movedAt, row.timeZone).date,
  row.age.daysInState,
  row.owner?.name ?? null,
  row.nextAction,
  row.nextActionOn,
  wallClock(row.openedAt, row.timeZone).date,
]
