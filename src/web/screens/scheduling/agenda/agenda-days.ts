import type { TimeZone } from '../../../../kernel/time-zone.ts'
import { wallClock } from '../../../../kernel/time-zone.ts'
import type { Outputs } from '../../../api.ts'

export type Agenda = Outputs['scheduling']['listAgendas']['rows'][number]
export type AgendaEntry = Agenda['entries'][number]

export interface AgendaDay {
  /** Calendar day in the holder's own zone. */
  readonly date: string
  readonly entries: readonly AgendaEntry[]
}

/** The meetings by calendar day where the holder lives, in order of time; a cancelled one after what replaced it. */
export function agendaDays({ entries, ownTimeZone }: Pick<Agenda, 'entries' | 'ownTimeZone'>): readonly AgendaDay[] {
  const days = new Map<string, AgendaEntry[]>()
  for (const entry of entries.toSorted(byTime)) {
    const { date } = wallClock(entry.startsAt, ownTimeZone)
    days.set(date, [...(days.get(date) ?? []), entry])
  }
  return [...days].map(([date, entries]) => ({ date, entries }))
}

const byTime = (a: AgendaEntry, b: AgendaEntry): number =>
  a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : Number(a.cancelled) - Number(b.cancelled)

/** The holder's own zone first, then the others in the programme's order. */
export const agendaZones = ({ zones, ownTimeZone }: Pick<Agenda, 'zones' | 'ownTimeZone'>): readonly TimeZone[] => [
  ownTimeZone,
  ...zones.map(({ timeZone }) => timeZone).filter((zone) => zone !== ownTimeZone),
]

/** Meetings that take place. */
export const heldEntries = ({ entries }: Pick<Agenda, 'entries'>): number =>
  entries.filter(({ cancelled }) => !cancelled).length

/** Names one agenda among many. */
export const holderKey = ({ participantId, interpreterId }: Agenda): string => participantId ?? interpreterId ?? ''
