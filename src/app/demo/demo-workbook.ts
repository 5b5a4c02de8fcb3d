import type { Interval } from '../../kernel/interval.ts'
import { LOCALES, type Locale, type LocalizedText } from '../../kernel/locale.ts'
import { type TimeZone, wallClock } from '../../kernel/time-zone.ts'
import { type Column, type SheetImporter, companySheetImporters } from '../../modules/companies/index.ts'
import { eventsModule } from '../../modules/events/index.ts'
import { meetingsModule } from '../../modules/meetings/index.ts'
import { type TableToWrite, writeXlsx } from '../../platform/tables/write-tables.ts'
import type { GeneratedCompany, GeneratedProgramme } from './generated.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

const IMPORTERS: readonly SheetImporter[] = [
  ...companySheetImporters,
  ...eventsModule.sheetImporters,
  ...meetingsModule.sheetImporters,
]

export interface WorkbookOptions {
  /** Language of titles, headings and labels; Korean when absent, as the operator would write it. */
  readonly locale?: Locale
  /** Without an event there is nothing to register for: those sheets are left out. True when absent. */
  readonly withEvent?: boolean
}

/**
 * The generated programme as the workbook that an operator would import: companies, contacts, keywords and profiles,
 * then participants, interpreters and the requests that are under way.
 */
export function writeDemoWorkbook(generated: GeneratedProgramme, options: WorkbookOptions = {}): Promise<Buffer> {
  const { locale = 'ko', withEvent = true } = options
  const rows = rowsBySheet(generated)
  const tables = IMPORTERS.filter(({ needsEvent }) => withEvent || !needsEvent).flatMap(({ sheet }) => {
    const ofSheet = rows[sheet.key] ?? []
    return ofSheet.length > 0 ? [tableOf(sheet, ofSheet, locale)] : []
  })
  return writeXlsx(tables)
}

function rowsBySheet(generated: GeneratedProgramme): Readonly<Record<string, Rows>> {
  const { companies, keywords, participants, interpreters, requests, programme } = generated
  const zones = new Map(programme.sides.map(({ code, timeZone }) => [code, timeZone]))
  const zoneOf = new Map(companies.map(({ code, side }) => [code, zones.get(side) ?? 'UTC']))
  const [firstZone = 'UTC'] = zones.values()
  return {
    companies: companies.map(({ contacts: _contacts, profiles: _profiles, ...company }: GeneratedCompany) => company),
    contacts: companies.flatMap(({ code, contacts }) => contacts.map((contact) => ({ company: code, ...contact }))),
    keywords: keywords.map((keyword) => ({ ...keyword })),
    profiles: companies.flatMap(({ code, profiles }) =>
      profiles.map((profile) => ({ ...profile, company: code, status: 'published' })),
    ),
    participants: participants.map((participant) => ({
      ...participant,
      availability: hours(participant.availability, zoneOf.get(participant.company) ?? 'UTC'),
    })),
    interpreters: interpreters.map((interpreter) => ({
      ...interpreter,
      availability: hours(interpreter.availability, firstZone),
      timeZone: interpreter.availability.length > 0 ? firstZone : null,
    })),
    requests: requests
      .filter(({ fate }) => fate === 'accepted' || fate === 'pending')
      .map(({ host, guest, wish, note, fate }) => ({ host, guest, wish, message: note, status: fate })),
  }
}

/** `2020-10-26 15:00-18:30; …` on the clock of `zone`; no stretch crosses midnight there. */
const hours = (intervals: readonly Interval[], zone: TimeZone): string | null =>
  intervals
    .map(({ startsAt, endsAt }) => {
      const { date, time } = wallClock(startsAt, zone)
      return `${date} ${time}-${wallClock(endsAt, zone).time}`
    })
    .join('; ') || null

function tableOf({ titles, columns }: SheetImporter['sheet'], rows: Rows, reader: Locale): TableToWrite {
  const written = Object.entries(columns).flatMap(([key, column]) =>
    column.kind === 'localized-text'
      ? LOCALES.map((locale) => ({
          heading: `${column.headings[reader]} (${locale})`,
          cell: (row: Rows[number]) => (row[key] as LocalizedText | undefined)?.[locale] ?? null,
        }))
      : [{ heading: column.headings[reader], cell: (row: Rows[number]) => cellOf(column, row[key], reader) }],
  )
  return {
    title: titles[reader],
    columns: written.map(({ heading }) => ({ heading })),
    rows: rows.map((row) => written.map(({ cell }) => cell(row))),
  }
}

const YES: Readonly<Record<Locale, string>> = { ko: '예', ru: 'да', en: 'yes' }

/** A cell as a person would type it: labels instead of codes, items separated by semicolons. */
function cellOf(column: Column, value: unknown, reader: Locale): string | number | null {
  if (value === null || value === undefined || value === false) return null
  if (typeof value === 'number') return value
  if (value === true) return YES[reader]
  const labels = 'choices' in column ? column.choices : {}
  const labelOf = (item: string): string => labels[item]?.[reader] ?? item
  return Array.isArray(value) ? value.map(String).map(labelOf).join('; ') || null : labelOf(String(value))
}
