import type { Id } from '../../../kernel/id.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { amountText, plainUnits } from '../../../kernel/money.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { withKnownGlyphs } from '../../../platform/documents/fonts.ts'
import { typeset } from '../../../platform/documents/typeset.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import { writeXlsx } from '../../../platform/tables/write-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { readDocumentHead, readProgramme } from '../../programmes/index.ts'
import type { MeetingLog } from '../domain/log.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { messages } from '../messages.ts'
import type { RoomKey } from '../store/room-store.ts'
import { type LogView, listLogs, readLog } from './read-log.ts'

const { translate } = createTranslators({ rooms: messages })

export interface LogFile {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array
}

interface Printed {
  readonly programme: string
  /** Of both sides, the first one's first. */
  readonly zones: readonly string[]
}

async function programmeOf(platform: Platform, actor: Actor, programmeId: Id, locale: Locale): Promise<Printed | null> {
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return null
  const { name, sides } = programme.value
  return {
    programme: textIn(name, locale),
    zones: [...new Set(sides.map(({ timeZone }) => timeZone))],
  }
}

/** "2020-10-27 15:00 (Asia/Seoul) · 09:00 (Europe/Moscow)" */
function timeText(at: string, zones: readonly string[]): string {
  return zones
    .map((zone, index) => {
      const { date, time } = wallClock(at, zone)
      return `${index === 0 ? `${date} ` : ''}${time} (${zone})`
    })
    .join(' · ')
}

function cellsOf(
  log: MeetingLog,
  locale: Locale,
): Record<
  'attended' | 'interest' | 'agreement' | 'amount' | 'note' | 'nextStep' | 'nextStepOn' | 'confidential',
  string
> {
  const t = messages[locale]
  const basis = log.amountBasis ? t.bases[log.amountBasis] : ''
  return {
    attended: t.attendances[log.attended],
    interest: log.interest === null ? '' : String(log.interest),
    agreement: t.agreements[log.agreementKind],
    amount: log.amount ? `${amountText(log.amount, locale)} (${basis.toLocaleLowerCase(locale)})` : '',
    note: log.note ?? '',
    nextStep: log.nextStep ?? '',
    nextStepOn: log.nextStepOn ?? '',
    confidential: log.confidential ? t.form.yes : '',
  }
}

/** The consultation-log form (상담일지) of one meeting as PDF: what the reader may see of it, side by side. */
export async function printLog(
  platform: Platform,
  actor: Actor,
  { locale, ...key }: RoomKey & { readonly locale: Locale },
): Promise<Result<LogFile>> {
  const view = await readLog(platform, actor, key)
  if (!view.ok) return view
  const printed = await programmeOf(platform, actor, key.programmeId, locale)
  if (!printed) return refuseRoom('absent', 'absent')
  const { name: wearer, accent, logo } = await readDocumentHead(platform, key.programmeId)
  const form = formData(view.value, printed, locale, platform.clock.now())
  const contents = typeset(SOURCE, { ...withKnownGlyphs({ ...form, operator: textIn(wearer, locale) }), accent, logo })
  const { date } = wallClock(view.value.room.startsAt, printed.zones[0] ?? 'UTC')
  const { host, guest } = view.value.room
  const name = `${messages[locale].form.fileName}-${date}-${host.code}-${guest.code}.pdf`
  return ok({ name, mediaType: 'application/pdf', contents })
}

function formData(view: LogView, { programme, zones }: Printed, locale: Locale, now: string) {
  const t = messages[locale]
  const { form } = t
  const { room, logs } = view
  const cells = logs.map((log) => cellsOf(log, locale))
  const row = (key: keyof (typeof cells)[number]) => [form[key], ...cells.map((each) => each[key])]
  const zone = zones[0] ?? 'UTC'
  const signed = (at: string | null) => {
    if (at === null) return form.unsigned
    const { date, time } = wallClock(at, zone)
    return translate(locale, 'rooms.form.signed', { day: `${date} ${time}` })
  }
  const facts = view.differences.map((fact) => t.facts[fact]).join(', ')
  return {
    locale,
    title: form.title,
    programme,
    facts: [
      [form.event, textIn(room.eventName, locale)],
      [form.when, timeText(room.startsAt, zones)],
      [form.host, `${textIn(room.host.name, locale)} (${room.host.code})`],
      [form.guest, `${textIn(room.guest.name, locale)} (${room.guest.code})`],
      [form.interpreter, room.interpreter?.name ?? form.noInterpreter],
      [form.place, room.placeName ?? '–'],
    ],
    head: ['', ...logs.map(({ writtenAs, name }) => `${t.seats[writtenAs]} · ${name}`)],
    rows: (
      ['attended', 'interest', 'agreement', 'amount', 'note', 'nextStep', 'nextStepOn', 'confidential'] as const
    ).map(row),
    columns: logs.length,
    verdict:
      logs.length === 0
        ? form.nothing
        : logs.length === 1
          ? ''
          : facts === ''
            ? form.agrees
            : translate(locale, 'rooms.form.differs', { facts }),
    signaturesTitle: form.signatures,
    signatures: [
      [form.host, signed(view.hostSignedAt)],
      [form.guest, signed(view.guestSignedAt)],
    ],
    printed: translate(locale, 'rooms.form.printed', { when: timeText(now, [zone]) }),
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The form as a workbook, a row for each log: of one meeting, or of all that the reader may see. */
export async function exportLogs(
  platform: Platform,
  actor: Actor,
  {
    programmeId,
    requestId,
    locale,
  }: { readonly programmeId: Id; readonly requestId?: Id | undefined; readonly locale: Locale },
): Promise<Result<LogFile>> {
  const printed = await programmeOf(platform, actor, programmeId, locale)
  if (!printed) return refuseRoom('absent', 'absent')
  const one = requestId === undefined ? null : await readLog(platform, actor, { programmeId, requestId })
  if (one && !one.ok) return one
  const views = one ? [one.value] : await listLogs(platform, actor, { programmeId })
  const t = messages[locale].form
  const headings = [
    t.event,
    t.when,
    t.place,
    t.host,
    t.guest,
    t.interpreter,
    t.writer,
    t.attended,
    t.interest,
    t.agreement,
    t.amount,
    t.amountPlain,
    t.currency,
    t.basis,
    t.note,
    t.nextStep,
    t.nextStepOn,
    t.confidential,
    t.state,
  ]
  const rows = views.flatMap((view) => view.logs.map((log) => rowOf(view, log, printed, locale)))
  const contents = await writeXlsx([
    { title: t.sheet, columns: headings.map((heading) => ({ heading })), rows, wrapped: true },
  ])
  return ok({ name: `${t.fileName}.xlsx`, mediaType: XLSX, contents })
}

function rowOf(
  { room, signedOffAt }: LogView,
  log: MeetingLog,
  { zones }: Printed,
  locale: Locale,
): (string | number | null)[] {
  const t = messages[locale]
  const cells = cellsOf(log, locale)
  const { date } = wallClock(signedOffAt ?? room.startsAt, zones[0] ?? 'UTC')
  return [
    textIn(room.eventName, locale),
    timeText(room.startsAt, zones),
    room.placeName,
    textIn(room.host.name, locale),
    textIn(room.guest.name, locale),
    room.interpreter?.name ?? null,
    `${t.seats[log.writtenAs]} · ${log.name}`,
    cells.attended,
    log.interest,
    cells.agreement,
    log.amount ? amountText(log.amount, locale) : null,
    log.amount ? Number(plainUnits(log.amount)) : null,
    log.amount?.currency ?? null,
    log.amountBasis ? t.bases[log.amountBasis] : null,
    cells.note,
    cells.nextStep,
    cells.nextStepOn,
    cells.confidential,
    signedOffAt ? translate(locale, 'rooms.form.signed', { day: date }) : t.form.unsigned,
  ]
}

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (x: 18mm, y: 16mm))
#set text(font: "Pretendard", size: 9.4pt, lang: data.locale, fallback: false, fill: rgb("#13201f"))
#set par(leading: 0.6em)
#let accent = rgb(data.accent)
#let rule = 0.5pt + rgb("#8b9a98")
#let shade = rgb("#e3eeee")
#let quiet(body) = text(fill: rgb("#5b6867"), size: 8pt, body)
#if data.logo != none { place(top + right, image(bytes(data.logo.bytes), format: data.logo.format, height: 11mm)) }
#text(size: 8.4pt, weight: "bold", fill: accent, data.operator)
#v(-4pt)
#align(center, text(size: 20pt, weight: "bold", data.title))
#v(-4pt)
#align(center, text(size: 10pt, data.programme))
#v(4pt)
#table(columns: (auto, 1fr, auto, 1fr), stroke: rule, inset: (x: 6pt, y: 6pt),
  fill: (x, y) => if calc.even(x) { shade },
  ..data.facts.flatten().map(cell => text(cell)))
#v(6pt)
#if data.columns > 0 {
  table(columns: (34mm,) + (1fr,) * data.columns, stroke: rule, inset: (x: 6pt, y: 7pt),
    fill: (x, y) => if x == 0 or y == 0 { shade },
    ..data.head.map(cell => text(weight: "bold", cell)), ..data.rows.flatten().map(cell => text(cell)))
}
#if data.verdict != "" { v(2pt); quiet(data.verdict) }
#v(10pt)
#text(weight: "bold", size: 10.5pt, fill: accent, data.signaturesTitle)
#table(columns: (auto, 1fr, auto, 1fr), stroke: rule, inset: (x: 6pt, y: 10pt),
  fill: (x, y) => if calc.even(x) { shade },
  ..data.signatures.flatten().map(cell => text(cell)))
#v(4pt)
#align(right, quiet(data.printed))
`
