import type { Interval } from '../../../../kernel/interval.ts'
import type { Id } from '../../../../kernel/id.ts'
import { appendJournalEntries } from '../../../../platform/journal.ts'
import {
  type ImportRun,
  type RowEffect,
  type RowValues,
  type SheetIssue,
  choicesOf,
  defineSheet,
  inEveryLocale,
  orStored,
  sheetImporter,
} from '../../../companies/index.ts'
import { availableSlots } from '../../domain/availability.ts'
import { formatAvailability, parseAvailability } from '../../domain/availability-text.ts'
import type { Participation } from '../../domain/participant.ts'
import { messages } from '../../messages.ts'
import { type EventKey, findEvent, listTimeslots } from '../../store/event-store.ts'
import {
  type CompanyOfSheet,
  type ParticipantRow,
  companiesByCode,
  listParticipantRows,
  saveParticipantsOfSheet,
} from '../../store/participant-store.ts'
import { entryOf } from '../entry.ts'
import { participationOf } from '../register-participant.ts'

const sheet = defineSheet({
  key: 'participants',
  titles: inEveryLocale(messages, (m) => m.sheets.participants.title),
  note: inEveryLocale(messages, (m) => m.sheets.participants.note),
  columns: {
    company: {
      kind: 'text',
      max: 40,
      required: true,
      headings: inEveryLocale(messages, (m) => m.sheets.participants.company),
      aliases: ['Company'],
      example: 'EX-01',
    },
    delegates: {
      kind: 'integer',
      min: 1,
      max: 20,
      headings: inEveryLocale(messages, (m) => m.sheets.participants.delegates),
      note: inEveryLocale(messages, (m) => m.sheets.participants.delegatesNote),
      example: '1',
    },
    attendance: {
      kind: 'choice',
      choices: choicesOf(messages, (m) => m.attendances),
      headings: inEveryLocale(messages, (m) => m.sheets.participants.attendance),
      example: inEveryLocale(messages, (m) => m.attendances.online),
    },
    languages: {
      kind: 'list',
      max: 2,
      maxItems: 10,
      pattern: /^[a-z]{2}$/,
      headings: inEveryLocale(messages, (m) => m.sheets.participants.languages),
      note: inEveryLocale(messages, (m) => m.sheets.participants.languagesNote),
      example: 'ko; en',
    },
    maxMeetings: {
      kind: 'integer',
      min: 1,
      max: 200,
      headings: inEveryLocale(messages, (m) => m.sheets.participants.maxMeetings),
      example: '8',
    },
    availability: {
      kind: 'text',
      max: 4000,
      headings: inEveryLocale(messages, (m) => m.sheets.participants.availability),
      note: inEveryLocale(messages, (m) => m.sheets.participants.availabilityNote),
      example: '2020-10-26 15:00-18:00; 2020-10-28 15:00-16:30',
    },
  },
})

type Values = RowValues<typeof sheet.columns>

/** Companies that take part in an event. A withdrawn company in the file is registered again, with a warning. */
export const participantSheet = sheetImporter({
  sheet,
  needsEvent: true,
  codeColumn: 'company',

  async apply(run, rows) {
    const key = { programmeId: run.programmeId, eventId: run.eventId ?? '' }
    const { db } = run.platform
    if (!(await findEvent(db, key))) return { effects: new Map(), issues: [eventUnknown] }
    const codes = rows.map(({ values }) => values.company)
    const companies = new Map((await companiesByCode(db, run.programmeId, codes)).map((one) => [one.code, one]))
    const stored = new Map((await listParticipantRows(db, key)).map((one) => [one.companyId, one]))
    const timeslots = await listTimeslots(db, key.eventId)
    const firstRows = new Map<string, number>()
    const effects = new Map<number, RowEffect>()
    const issues: SheetIssue[] = []
    const changed: ChangedParticipant[] = []
    for (const { row, values } of rows) {
      const code = values.company
      const firstRow = firstRows.get(code)
      const company = companies.get(code)
      if (firstRow !== undefined) {
        issues.push({
          row,
          column: 'company',
          code: 'code-twice',
          values: { value: code, firstRow },
          severity: 'error',
        })
        continue
      }
      firstRows.set(code, row)
      if (!company) {
        if (run.wasRefused('companies', code)) continue
        issues.push({ row, column: 'company', code: 'company-unknown', values: { code }, severity: 'error' })
        continue
      }
      const before = stored.get(company.id) ?? null
      const read = readRow(values, company, before, timeslots)
      issues.push(...read.issues.map((issue) => ({ ...issue, row })))
      if (!read.participation) continue
      const unchanged = before?.status === 'registered' && same(participationOf(before), read.participation)
      effects.set(row, unchanged ? 'unchanged' : before ? 'update' : 'create')
      if (!unchanged) {
        const id = before?.id ?? run.platform.newId()
        changed.push({ ...read.participation, id, companyId: company.id, before })
      }
    }
    await save(run, key, changed)
    return { effects, issues }
  },

  async exportRows({ platform, programmeId, eventId }) {
    const rows = await listParticipantRows(platform.db, { programmeId, eventId: eventId ?? '' })
    return rows
      .filter(({ status }) => status === 'registered')
      .map((row) => ({
        company: row.companyCode,
        delegates: row.delegates,
        attendance: row.attendance,
        languages: row.languages,
        maxMeetings: row.maxMeetings,
        availability: formatAvailability(row.availability, row.sideTimeZone) || null,
      }))
  },
})

const eventUnknown: SheetIssue = {
  row: null,
  column: null,
  code: 'events.event-unknown',
  values: {},
  severity: 'error',
}

interface ChangedParticipant extends Participation {
  readonly id: Id
  readonly companyId: Id
  readonly before: ParticipantRow | null
}

const same = (a: Participation, b: Participation): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the row says on top of what is stored; no participation when it has an error. */
function readRow(
  values: Values,
  company: CompanyOfSheet,
  before: ParticipantRow | null,
  timeslots: readonly Interval[],
): { participation: Participation | null; issues: Omit<SheetIssue, 'row'>[] } {
  const issues: Omit<SheetIssue, 'row'>[] = []
  const languages = values.languages?.length ? values.languages : (before?.languages ?? company.languages)
  if (languages.length === 0) {
    issues.push({ column: 'languages', code: 'events.languages-missing', values: {}, severity: 'error' })
  }
  const said =
    values.availability === undefined ? null : parseAvailability(values.availability ?? '', company.sideTimeZone)
  if (said && !said.ok) {
    const { part } = said
    issues.push({ column: 'availability', code: 'events.availability-unreadable', values: { part }, severity: 'error' })
  }
  if (issues.length > 0) return { participation: null, issues }
  const availability = said?.ok ? said.intervals : (before?.availability ?? [])
  if (timeslots.length > 0 && availableSlots(timeslots, availability).length === 0) {
    issues.push({ column: 'availability', code: 'events.availability-outside-event', values: {}, severity: 'warning' })
  }
  if (before?.status === 'withdrawn') {
    issues.push({ column: 'company', code: 'events.participant-withdrawn', values: {}, severity: 'warning' })
  }
  const participation = participationOf({
    delegates: orStored(values.delegates, before?.delegates) ?? 1,
    attendance: orStored(values.attendance, before?.attendance) ?? 'online',
    languages,
    maxMeetings: orStored(values.maxMeetings, before?.maxMeetings) ?? null,
    availability,
  })
  return { participation, issues }
}

async function save(run: ImportRun, key: EventKey, changed: readonly ChangedParticipant[]): Promise<void> {
  if (changed.length === 0) return
  const { platform, actor } = run
  await saveParticipantsOfSheet(platform.db, key, changed, platform.clock.now())
  await appendJournalEntries(
    platform.db,
    changed.map(({ id, companyId, before, ...participation }) =>
      entryOf(platform, actor, {
        programmeId: key.programmeId,
        action: before?.status === 'registered' ? 'participant.updated' : 'participant.registered',
        subjectKind: 'participant',
        subjectId: id,
        before: before && participationOf(before),
        after: { eventId: key.eventId, companyId, ...participation },
      }),
    ),
  )
}
