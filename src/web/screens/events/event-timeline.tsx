import { ActionIcon } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { ZonePair, useZones } from '../../ui/time.tsx'
import { formatCalendarDay, readZones } from '../../ui/time-format.ts'
import { slotsWithin } from './availability.ts'
import { type AxisDay, daysOfSlots, hourMarks, placeOnAxis, spanOnAxis } from './event-days.ts'
import styles from './event-timeline.module.css'
import { messages } from './messages.ts'
import type { Block, EventDetails, Interpreter, Participant, Timeslot } from './shapes.ts'

/** What is there in each timeslot: companies of a side, interpreters, places. */
interface Lane {
  readonly id: string
  readonly name: string
  readonly bySlot: ReadonlyMap<string, number>
}

/**
 * The event on its axis of time, a strip a day: both sides' clocks above, blocks with their timeslots, and below how
 * many companies, interpreters and places each timeslot has.
 */
export function EventTimeline({
  event,
  participants,
  interpreters,
  onRemove,
}: {
  event: EventDetails
  participants: readonly Participant[]
  interpreters: readonly Interpreter[]
  onRemove: ((block: Block) => void) | undefined
}) {
  const t = useMessages(messages)
  const zones = useZones()
  const zone = zones[0]?.zone ?? 'UTC'
  const days = useMemo(() => daysOfSlots(event.timeslots, zone), [event.timeslots, zone])
  const lanes = useLanes(event, participants, interpreters)
  const [first] = event.timeslots
  return (
    <div className={styles.timeline}>
      <div className={styles.clocks}>
        {first ? <ZonePair at={first.startsAt} /> : null}
        {lanes.length > 0 ? <p>{t('time.present')}</p> : null}
      </div>
      {days.map((day) => (
        <Day key={day.date} day={day} event={event} lanes={lanes} onRemove={onRemove} />
      ))}
    </div>
  )
}

function Day({
  day,
  event,
  lanes,
  onRemove,
}: {
  day: AxisDay<Timeslot>
  event: EventDetails
  lanes: readonly Lane[]
  onRemove: ((block: Block) => void) | undefined
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const zones = useZones().map(({ zone }) => zone)
  const blocks = event.blocks.filter(({ id }) => day.slots.some(({ blockId }) => blockId === id))
  return (
    <section className={styles.day}>
      <h3>{formatCalendarDay(day.date, locale)}</h3>
      <div className={styles.axis} aria-hidden="true">
        {hourMarks(day).map((at, index) => (
          <span
            key={at}
            className={styles.hour}
            data-minor={index % 2 === 1 || undefined}
            style={{ left: `${placeOnAxis(day, at)}%` }}
          >
            {readZones(at, zones, locale).map(({ zone, clock, otherDay }, order) => (
              <span key={zone} data-lead={order === 0 || undefined} title={otherDay ?? undefined}>
                {clock}
              </span>
            ))}
          </span>
        ))}
      </div>
      <div className={styles.strip} aria-hidden="true">
        {blocks.map((block) => (
          <span key={block.id} className={styles.block} style={spanOnAxis(day, block)} />
        ))}
        {day.slots.map((slot) => (
          <i key={slot.id} className={styles.slot} style={spanOnAxis(day, slot)} />
        ))}
      </div>
      <ul className={styles.blocks}>
        {blocks.map((block) => (
          <BlockLine
            key={block.id}
            block={block}
            slots={day.slots.filter(({ blockId }) => blockId === block.id).length}
            onRemove={onRemove}
          />
        ))}
      </ul>
      {lanes.map((lane) => {
        const counts = day.slots.map(({ id }) => lane.bySlot.get(id) ?? 0)
        const most = Math.max(1, ...lane.bySlot.values())
        return (
          <div key={lane.id} className={styles.lane}>
            <span className={styles.laneName}>
              <span aria-hidden="true">{lane.name}</span>
              <span className="hidden-text">
                {t('time.laneSentence', { name: lane.name, min: Math.min(...counts), max: Math.max(...counts) })}
              </span>
            </span>
            <div className={styles.columns} aria-hidden="true">
              {day.slots.map((slot) => {
                const count = lane.bySlot.get(slot.id) ?? 0
                return (
                  <span key={slot.id} style={spanOnAxis(day, slot)} data-few={count < most || undefined}>
                    <i style={{ height: `${(100 * count) / most}%` }} />
                    <b>{count}</b>
                  </span>
                )
              })}
            </div>
          </div>
        )
      })}
    </section>
  )
}

function BlockLine({
  block,
  slots,
  onRemove,
}: {
  block: Block
  slots: number
  onRemove: ((block: Block) => void) | undefined
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const zones = useZones().map(({ zone }) => zone)
  const ends = readZones(block.endsAt, zones, locale)
  const span = readZones(block.startsAt, zones, locale)
    .map(({ clock, label }, index) => `${clock}–${ends[index]?.clock} ${label}`)
    .join(' · ')
  return (
    <li>
      <b>{span}</b>
      <span>{t('time.block', { slots, minutes: block.slotMinutes, buffer: block.bufferMinutes })}</span>
      {onRemove ? (
        <ActionIcon
          size="sm"
          aria-label={`${t('time.remove')}, ${span}`}
          title={t('time.remove')}
          onClick={() => onRemove(block)}
        >
          <Icon name="close" size={14} />
        </ActionIcon>
      ) : null}
    </li>
  )
}

/** A lane for each side's companies, for interpreters and for places; those of which there is nothing at all fall away. */
function useLanes(
  event: EventDetails,
  participants: readonly Participant[],
  interpreters: readonly Interpreter[],
): readonly Lane[] {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const registered = participants.filter(({ status }) => status === 'registered')
  const countBySlot = (all: readonly { availability: Participant['availability'] }[]) => {
    const counts = new Map<string, number>(event.timeslots.map(({ id }) => [id, 0]))
    for (const { availability } of all) {
      for (const { id } of slotsWithin(event.timeslots, availability)) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    return counts
  }
  const lane = (id: string, name: string, all: readonly { availability: Participant['availability'] }[]): Lane[] =>
    all.length === 0 ? [] : [{ id, name: `${name} ${number(all.length)}`, bySlot: countBySlot(all) }]
  return [
    ...programme.sides.flatMap((side) =>
      lane(
        side.id,
        t('time.companies', { side: text(side.name) }),
        registered.filter(({ sideId }) => sideId === side.id),
      ),
    ),
    ...lane('interpreters', t('time.interpreters'), interpreters),
    ...lane(
      'places',
      t('time.places'),
      event.places.map(() => ({ availability: [] })),
    ),
  ]
}
