import type { Id } from '../../../kernel/id.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import { writeXlsx } from '../../../platform/tables/write-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadBoard } from '../domain/policy.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import type { ScheduleProblem } from '../engine/index.ts'
import { messages } from '../messages.ts'
import type { Agenda, AgendaEntry } from '../store/agenda-store.ts'
import { loadFacts } from '../store/facts-store.ts'
import { partnerOf, placeOf } from './calendar-file.ts'
import { listAgendas } from './read-agenda.ts'

const { translate } = createTranslators({ scheduling: messages })

/** Every released agenda as one workbook: a row a meeting and holder, with the time in every side's zone. */
export async function exportAgendas(
  platform: Platform,
  actor: Actor,
  input: { readonly programmeId: Id; readonly eventId: Id; readonly locale: Locale },
): Promise<Result<Buffer>> {
  const agendas = await listAgendas(platform, actor, input)
  if (!agendas.ok) return agendas
  const { locale } = input
  const word = (key: string, values: Record<string, string> = {}) =>
    translate(locale, `scheduling.table.${key}`, values)
  const zones = agendas.value[0]?.zones ?? []
  return ok(
    await writeXlsx([
      {
        title: word('sheet'),
        columns: [
          { heading: word('who'), required: true },
          { heading: word('date') },
          ...zones.map(({ timeZone }) => ({ heading: word('time', { zone: timeZone }) })),
          ...(['partner', 'place', 'interpreter', 'languages', 'state'] as const).map((key) => ({
            heading: word(key),
          })),
        ],
        rows: agendas.value.flatMap((agenda) => agenda.entries.map((entry) => rowOf(agenda, entry, locale, word))),
      },
    ]),
  )
}

function rowOf(agenda: Agenda, entry: AgendaEntry, locale: Locale, word: (key: string) => string): string[] {
  const [first] = agenda.zones
  return [
    textIn(agenda.holder.name, locale),
    wallClock(entry.startsAt, first?.timeZone ?? 'UTC').date,
    ...agenda.zones.map(
      ({ timeZone }) => `${wallClock(entry.startsAt, timeZone).time}–${wallClock(entry.endsAt, timeZone).time}`,
    ),
    partnerOf(agenda, entry, locale),
    placeOf(entry, locale),
    entry.interpreterName ?? '',
    entry.languagePair ?? '',
    word(entry.cancelled ? 'cancelled' : 'planned'),
  ]
}

/** The event's present problem in the documented format, for other solvers and for a look from outside. */
export async function exportProblem(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: { readonly programmeId: Id; readonly eventId: Id },
): Promise<Result<ScheduleProblem>> {
  if (!mayReadBoard(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  return facts ? ok(problemOfEvent(facts)) : refuse('absent', 'scheduling.absent')
}
