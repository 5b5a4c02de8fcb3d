import type { Instant } from '../../../../kernel/instant.ts'
import type { Outputs } from '../../../api.ts'

export type Agenda = Outputs['scheduling']['listMyAgendas']['rows'][number]
export type OwnMeeting = Agenda['entries'][number] & { readonly asInterpreter: boolean }

/**
 * The meetings not over yet, soonest first, of all agendas; when all are over, the last ones. Cancelled ones are
 * left out.
 */
export function nextMeetings(
  agendas: readonly Agenda[],
  now: Instant,
  most: number,
): { meetings: OwnMeeting[]; isOver: boolean } {
  const all = agendas
    .flatMap(({ entries, interpreterId }) =>
      entries.map((entry) => ({ ...entry, asInterpreter: interpreterId !== null })),
    )
    .filter(({ cancelled }) => !cancelled)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const ahead = all.filter(({ endsAt }) => endsAt > now)
  return ahead.length > 0
    ? { meetings: ahead.slice(0, most), isOver: false }
    : { meetings: all.slice(-most), isOver: all.length > 0 }
}
