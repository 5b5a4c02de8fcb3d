import type { Id } from '../../../../kernel/id.ts'
import type { Interval } from '../../../../kernel/interval.ts'
import { isTimeZone } from '../../../../kernel/time-zone.ts'
import { appendJournalEntries } from '../../../../platform/journal.ts'
import {
  type ImportRun,
  type RowEffect,
  type RowValues,
  type SheetIssue,
  defineSheet,
  inEveryLocale,
  orStored,
  sheetImporter,
} from '../../../companies/index.ts'
import { availableSlots } from '../../domain/availability.ts'
import { formatAvailability, parseAvailability } from '../../domain/availability-text.ts'
import { type InterpreterFacts, decideLanguagePairs } from '../../domain/interpreter.ts'
import { messages } from '../../messages.ts'
import { type EventKey, findEvent, listTimeslots } from '../../store/event-store.ts'
import { type InterpreterRow, listInterpreterRows, saveInterpretersOfSheet } from '../../store/interpreter-store.ts'
import { withoutPerson } from '../add-interpreter.ts'
import { entryOf } from '../entry.ts'

const sheet = defineSheet({
  key: 'interpreters',
  titles: inEveryLocale(messages, (m) => m.sheets.interpreters.title),
  note: inEveryLocale(messages, (m) => m.sheets.interpreters.note),
  columns: {
    name: {
      kind: 'text',
      max: 200,
      required: true,
      personal: true,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.name),
      example: { ko: '김나루', ru: 'Ким Нару', en: 'Kim Naru' },
    },
    email: {
      kind: 'text',
      max: 320,
      personal: true,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.email),
      example: 'interpreter@example.org',
    },
    languagePairs: {
      kind: 'list',
      max: 5,
      maxItems: 20,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.languagePairs),
      note: inEveryLocale(messages, (m) => m.sheets.interpreters.languagePairsNote),
      example: 'ko-ru; en-ru',
    },
    maxConsecutiveMinutes: {
      kind: 'integer',
      min: 10,
      max: 600,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.maxConsecutiveMinutes),
      example: '90',
    },
    availability: {
      kind: 'text',
      max: 4000,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.availability),
      note: inEveryLocale(messages, (m) => m.sheets.interpreters.availabilityNote),
      example: '2020-10-26 15:00-18:00; 2020-10-28 15:00-18:00',
    },
    timeZone: {
      kind: 'text',
      max: 60,
      headings: inEveryLocale(messages, (m) => m.sheets.interpreters.timeZone),
      note: inEveryLocale(messages, (m) => m.sheets.interpreters.timeZoneNote),
      example: 'Asia/Seoul',
    },
  },
})

type Values = RowValues<typeof sheet.columns>
type CellIssue = Omit<SheetIssue, 'row'>

/** Interpreters of an event, known by their names. */
export const interpreterSheet = sheetImporter({
  sheet,
  needsEvent: true,
  codeColumn: 'name',

  async apply(run, rows) {
    const key = { programmeId: run.programmeId, eventId: run.eventId ?? '' }
    const { db } = run.platform
    if (!(await findEvent(db, key))) {
      return {
        effects: new Map(),
        issues: [{ row: null, column: null, code: 'events.event-unknown', values: {}, severity: 'error' }],
      }
    }
    const stored = new Map((await listInterpreterRows(db, key)).map((one) => [one.name, one]))
    const timeslots = await listTimeslots(db, key.eventId)
    const firstRows = new Map<string, number>()
    const effects = new Map<number, RowEffect>()
    const issues: SheetIssue[] = []
    const changed: ChangedInterpreter[] = []
    for (const { row, values } of rows) {
      const firstRow = firstRows.get(values.name)
      if (firstRow !== undefined) {
        issues.push({ row, column: 'name', code: 'events.interpreter-twice', values: { firstRow }, severity: 'error' })
        continue
      }
      firstRows.set(values.name, row)
      const before = stored.get(values.name) ?? null
      const read = readRow(values, before, timeslots)
      issues.push(...read.issues.map((issue) => ({ ...issue, row })))
      if (!read.interpreter) continue
      const unchanged = before !== null && same(before, read.interpreter)
      effects.set(row, unchanged ? 'unchanged' : before ? 'update' : 'create')
      if (!unchanged) changed.push({ ...read.interpreter, id: before?.id ?? run.platform.newId(), before })
    }
    await save(run, key, changed)
    return { effects, issues }
  },

  /** Hours on a clock of the programme's first side. */
  async exportRows({ platform, programmeId, eventId, sides }) {
    const timeZone = sides[0]?.timeZone ?? 'UTC'
    const rows = await listInterpreterRows(platform.db, { programmeId, eventId: eventId ?? '' })
    return rows.map((row) => ({
      name: row.name,
      email: row.email,
      languagePairs: row.languagePairs,
      maxConsecutiveMinutes: row.maxConsecutiveMinutes,
      availability: formatAvailability(row.availability, timeZone) || null,
      timeZone: row.availability.length > 0 ? timeZone : null,
    }))
  },
})

interface ChangedInterpreter extends InterpreterFacts {
  readonly id: Id
  readonly before: InterpreterRow | null
}

const facts = ({ name, email, languagePairs, maxConsecutiveMinutes, availability }: InterpreterFacts) =>
  JSON.stringify([name, email, languagePairs, maxConsecutiveMinutes, availability])

const same = (a: InterpreterFacts, b: InterpreterFacts): boolean => facts(a) === facts(b)

/** What the row says on top of what is stored; no interpreter when it has an error. */
function readRow(
  values: Values,
  before: InterpreterRow | null,
  timeslots: readonly Interval[],
): { interpreter: InterpreterFacts | null; issues: CellIssue[] } {
  const hours = readHours(values, before)
  const pairs = readPairs(orStored(values.languagePairs, before?.languagePairs ?? []))
  const email = orStored(values.email, before?.email ?? null)
  const issues = [...hours.issues, ...pairs.issues]
  if (email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    issues.push({ column: 'email', code: 'events.email-unreadable', values: { value: email }, severity: 'error' })
  }
  if (issues.length > 0) return { interpreter: null, issues }
  if (timeslots.length > 0 && availableSlots(timeslots, hours.availability).length === 0) {
    issues.push({ column: 'availability', code: 'events.availability-outside-event', values: {}, severity: 'warning' })
  }
  const interpreter = {
    name: values.name,
    email,
    languagePairs: pairs.languagePairs,
    maxConsecutiveMinutes: orStored(values.maxConsecutiveMinutes, before?.maxConsecutiveMinutes ?? null),
    availability: hours.availability,
  }
  return { interpreter, issues }
}

function readPairs(written: readonly string[]): { languagePairs: readonly string[]; issues: CellIssue[] } {
  const pairs = written.map((pair) => pair.toLowerCase())
  const unreadable = pairs.find((pair) => !/^[a-z]{2}-[a-z]{2}$/.test(pair) || pair.slice(0, 2) === pair.slice(3))
  const decided = decideLanguagePairs(pairs)
  if (unreadable !== undefined) {
    const values = { value: unreadable }
    return { languagePairs: [], issues: [issue('languagePairs', 'language-pair-unreadable', values)] }
  }
  if (!decided.ok) return { languagePairs: [], issues: [issue('languagePairs', 'interpreter-without-language-pair')] }
  return { languagePairs: decided.value, issues: [] }
}

function readHours(
  { availability, timeZone }: Values,
  before: InterpreterRow | null,
): { availability: readonly Interval[]; issues: CellIssue[] } {
  if (availability === undefined) return { availability: before?.availability ?? [], issues: [] }
  if (availability === null) return { availability: [], issues: [] }
  if (!timeZone) return { availability: [], issues: [issue('timeZone', 'time-zone-missing')] }
  if (!isTimeZone(timeZone)) {
    return { availability: [], issues: [issue('timeZone', 'time-zone-unknown', { value: timeZone })] }
  }
  const read = parseAvailability(availability, timeZone)
  return read.ok
    ? { availability: read.intervals, issues: [] }
    : { availability: [], issues: [issue('availability', 'availability-unreadable', { part: read.part })] }
}

const issue = (column: string, code: string, values: SheetIssue['values'] = {}): CellIssue => ({
  column,
  code: `events.${code}`,
  values,
  severity: 'error',
})

async function save(run: ImportRun, key: EventKey, changed: readonly ChangedInterpreter[]): Promise<void> {
  if (changed.length === 0) return
  const { platform, actor } = run
  await saveInterpretersOfSheet(platform.db, key, changed, platform.clock.now())
  await appendJournalEntries(
    platform.db,
    changed.map(({ id, before, ...interpreter }) =>
      entryOf(platform, actor, {
        programmeId: key.programmeId,
        action: before ? 'interpreter.updated' : 'interpreter.added',
        subjectKind: 'interpreter',
        subjectId: id,
        before: before && withoutPerson(before),
        after: { eventId: key.eventId, ...withoutPerson(interpreter) },
      }),
    ),
  )
}
