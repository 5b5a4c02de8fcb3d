import type { Instant } from '../../../../kernel/instant.ts'
import { type Locale, type LocalizedText, textIn } from '../../../../kernel/locale.ts'
import type { TimeZone } from '../../../../kernel/time-zone.ts'
import { wallClock } from '../../../../kernel/time-zone.ts'
import { intlTag } from '../../../intl-tag.ts'
import { translatorIn } from '../../../locale.tsx'
import { formatClock, formatDay, readZones } from '../../../ui/time-format.ts'
import { clockSpan } from '../clock-span.ts'
import { type BoardNames, partnerOf } from './board-facts.ts'
import { messages } from './messages.ts'

/** Ids into words: names, pairs and times in the reader's language and in both zones. */
export interface Speaker {
  readonly t: ReturnType<typeof translatorIn<(typeof messages)['en']>>
  readonly locale: Locale
  readonly participant: (id: string) => string
  readonly interpreter: (id: string) => string
  /** `Display glass – Polymer seals`, host first. */
  readonly meeting: (requestId: string) => string
  readonly partner: (requestId: string, participantId: string) => string
  /** `15:00 KST (09:00 MSK)`, with the day in front when the event has several. */
  readonly time: (slotId: string) => string
  /** The clock of the leading zone alone, as on the axis: `15:00`. */
  readonly clock: (slotId: string) => string
  readonly times: (slotIds: readonly string[]) => string
  readonly meetings: (requestIds: readonly string[]) => string
  /** When a participant is there, as runs of timeslots. */
  readonly presence: (participantId: string) => string
  /** `ko-ru` → `Korean–Russian`. */
  readonly languagePair: (pair: string) => string
}

const MOST_NAMED = 3

/** Timetables are written with 24 hours in Korea too; sentences say 오전 and 오후. */
export const axisClock = (at: Instant, zone: TimeZone): string => formatClock(at, zone, 'en')

/** `zones`: the leading zone first. */
export function createSpeaker(facts: BoardNames, locale: Locale, zones: readonly TimeZone[]): Speaker {
  const t = translatorIn(messages, locale)
  const [lead = 'UTC'] = zones
  const name = (text: object | undefined) => textIn((text ?? {}) as LocalizedText, locale)
  const several = new Set(facts.timeslots.map(({ startsAt }) => wallClock(startsAt, lead).date)).size > 1
  const dayOf = (at: Instant) => (several ? `${formatDay(at, lead, locale, true)} ` : '')
  const list = (items: readonly string[]) => new Intl.ListFormat(intlTag(locale), { type: 'conjunction' }).format(items)

  const participant = (id: string) => name(facts.participantOf.get(id)?.name)
  const meeting = (requestId: string) => {
    const request = facts.requestOf.get(requestId)
    return request ? `${participant(request.hostId)} – ${participant(request.guestId)}` : ''
  }
  const clocks = (at: Instant, until?: Instant) => {
    const ends = until ? readZones(until, zones, locale) : []
    const [first = '', ...others] = readZones(at, zones, locale).map(({ clock, label, otherDay }, index) => {
      const end = ends[index]
      return `${otherDay ? `${otherDay} ` : ''}${end ? clockSpan(clock, end.clock) : clock} ${label}`
    })
    return others.length > 0 ? `${first} (${others.join(', ')})` : first
  }
  // Every tile says its time: formatted once a timeslot.
  const spoken = new Map<string, string>()
  const time = (slotId: string) => {
    const slot = facts.timeslotOf.get(slotId)
    const known = spoken.get(slotId) ?? (slot ? `${dayOf(slot.startsAt)}${clocks(slot.startsAt)}` : '')
    spoken.set(slotId, known)
    return known
  }
  const named = (ids: readonly string[], of: (id: string) => string, more: 'moreTimes' | 'moreMeetings') => {
    const shown = ids.slice(0, MOST_NAMED).map(of)
    const count = ids.length - shown.length
    return count > 0 ? t(more, { list: shown.join(', '), count }) : list(shown)
  }
  return {
    t,
    locale,
    participant,
    interpreter: (id) => facts.interpreterOf.get(id)?.name ?? '',
    meeting,
    partner: (requestId, participantId) => {
      const request = facts.requestOf.get(requestId)
      return request ? participant(partnerOf(request, participantId)) : ''
    },
    time,
    clock: (slotId) => {
      const slot = facts.timeslotOf.get(slotId)
      return slot ? axisClock(slot.startsAt, lead) : ''
    },
    times: (slotIds) => named(inOrder(facts, slotIds), time, 'moreTimes'),
    meetings: (requestIds) => named(requestIds, meeting, 'moreMeetings'),
    presence: (participantId) => {
      const there = new Set(facts.participantOf.get(participantId)?.timeslots)
      const runs = presenceRuns(facts, there, lead)
      return runs.length === 0
        ? t('never')
        : list(runs.map(({ startsAt, endsAt }) => `${dayOf(startsAt)}${clocks(startsAt, endsAt)}`))
    },
    languagePair: (pair) => {
      const languages = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
      const [first = '', second = ''] = pair.split('-').map((code) => languages.of(code) ?? code)
      return t('pair', { first, second })
    },
  }
}

const inOrder = ({ timeslots }: BoardNames, ids: readonly string[]): readonly string[] => {
  const wanted = new Set(ids)
  return timeslots.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
}

/** Neighbouring timeslots of one day as one stretch from the first start to the last end. */
function presenceRuns({ timeslots }: BoardNames, there: ReadonlySet<string>, zone: TimeZone) {
  const runs: { startsAt: Instant; endsAt: Instant }[] = []
  timeslots.forEach((slot, index) => {
    if (!there.has(slot.id)) return
    const before = timeslots[index - 1]
    const last = runs.at(-1)
    const goesOn =
      before && there.has(before.id) && wallClock(before.startsAt, zone).date === wallClock(slot.startsAt, zone).date
    if (last && goesOn) last.endsAt = slot.endsAt
    else runs.push({ startsAt: slot.startsAt, endsAt: slot.endsAt })
  })
  return runs
}
