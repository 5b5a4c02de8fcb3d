import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useMessages } from '../../locale.tsx'
import { useZones } from '../../ui/time.tsx'
import { formatCalendarDay, readZones } from '../../ui/time-format.ts'
import { availabilityOfSlots, readSpans, slotsWithin, writeSpans } from './availability.ts'
import { type AxisDay, daysOfSlots } from './event-days.ts'
import { messages } from './messages.ts'
import type { Timeslot } from './shapes.ts'
import styles from './slot-picker.module.css'

/**
 * Chooses timeslots by pressing or sweeping over them, or by typing stretches. The first zone of `useZones` leads.
 * `value` are the ids of chosen timeslots.
 */
export function SlotPicker({
  timeslots,
  value,
  onChange,
  disabled = false,
}: {
  timeslots: readonly Timeslot[]
  value: ReadonlySet<string>
  onChange: (value: ReadonlySet<string>) => void
  disabled?: boolean
}) {
  const t = useMessages(messages)
  const [way, setWay] = useState<'pick' | 'type'>('pick')
  if (timeslots.length === 0) return <p className={styles.quiet}>{t('slots.noSlots')}</p>
  return (
    <div className={styles.picker}>
      <div className={styles.head}>
        <SegmentedControl
          size="xs"
          value={way}
          disabled={disabled}
          onChange={(next) => setWay(next as 'pick' | 'type')}
          data={[
            { value: 'pick', label: t('slots.pick') },
            { value: 'type', label: t('slots.type') },
          ]}
        />
        <Button
          size="xs"
          variant="subtle"
          disabled={disabled || value.size === timeslots.length}
          onClick={() => onChange(new Set(timeslots.map(({ id }) => id)))}
        >
          {t('slots.all')}
        </Button>
        <output className={styles.chosen} data-wrong={value.size === 0 || undefined}>
          {value.size === 0 ? t('slots.none') : t('slots.chosen', { there: value.size, all: timeslots.length })}
        </output>
      </div>
      {way === 'pick' ? (
        <SlotGrid timeslots={timeslots} value={value} onChange={onChange} disabled={disabled} />
      ) : (
        <SpanField timeslots={timeslots} value={value} onChange={onChange} />
      )}
    </div>
  )
}

interface PickerProps {
  timeslots: readonly Timeslot[]
  value: ReadonlySet<string>
  onChange: (value: ReadonlySet<string>) => void
  disabled?: boolean
}

function SlotGrid({ timeslots, value, onChange, disabled = false }: PickerProps) {
  const zones = useZones()
  const sweep = useSweep(value, onChange)
  return (
    <div className={styles.days}>
      {daysOfSlots(timeslots, zones[0]?.zone ?? 'UTC').map((day) => (
        <Day key={day.date} day={day} value={value} onChange={onChange} disabled={disabled} sweep={sweep} />
      ))}
    </div>
  )
}

function Day({
  day,
  value,
  onChange,
  disabled,
  sweep,
}: {
  day: AxisDay<Timeslot>
  value: ReadonlySet<string>
  onChange: (value: ReadonlySet<string>) => void
  disabled: boolean
  sweep: Sweep
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const zones = useZones().map(({ zone }) => zone)
  const ids = day.slots.map(({ id }) => id)
  const all = ids.every((id) => value.has(id))
  const title = formatCalendarDay(day.date, locale)
  return (
    <fieldset className={styles.day} disabled={disabled}>
      <legend>
        {title}
        {disabled ? null : (
          <button
            type="button"
            onClick={() => onChange(all ? without(value, ids) : new Set([...value, ...ids]))}
            aria-label={`${title}: ${all ? t('slots.noneOfDay') : t('slots.wholeDay')}`}
          >
            {all ? t('slots.noneOfDay') : t('slots.wholeDay')}
          </button>
        )}
      </legend>
      <div className={styles.slots}>
        {day.slots.map((slot) => {
          const readings = readZones(slot.startsAt, zones, locale)
          return (
            <button
              key={slot.id}
              type="button"
              aria-pressed={value.has(slot.id)}
              onPointerDown={(event) => sweep.start(event, slot.id)}
              onPointerEnter={() => sweep.over(slot.id)}
              onClick={(event) => sweep.press(event, slot.id)}
            >
              {readings.map(({ zone, clock, label }, index) => (
                <span key={zone} data-lead={index === 0 || undefined}>
                  {clock} <small>{label}</small>
                </span>
              ))}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}

const without = (value: ReadonlySet<string>, ids: readonly string[]): Set<string> => {
  const gone = new Set(ids)
  return new Set([...value].filter((id) => !gone.has(id)))
}

type Sweep = ReturnType<typeof useSweep>

/** A mouse sweeps over slots with its button held; fingers and keys press one after the other. */
function useSweep(value: ReadonlySet<string>, onChange: (value: ReadonlySet<string>) => void) {
  const adding = useRef<boolean | null>(null)
  const latest = useRef(value)
  latest.current = value
  useEffect(() => {
    const stop = () => {
      adding.current = null
    }
    window.addEventListener('pointerup', stop)
    window.addEventListener('pointercancel', stop)
    return () => {
      window.removeEventListener('pointerup', stop)
      window.removeEventListener('pointercancel', stop)
    }
  }, [])
  const set = (id: string, add: boolean) => {
    if (latest.current.has(id) === add) return
    latest.current = add ? new Set([...latest.current, id]) : without(latest.current, [id])
    onChange(latest.current)
  }
  return {
    start(event: { pointerType: string; button: number }, id: string) {
      if (event.pointerType !== 'mouse' || event.button !== 0) return
      adding.current = !latest.current.has(id)
      set(id, adding.current)
    },
    over(id: string) {
      if (adding.current !== null) set(id, adding.current)
    },
    /** A mouse has already done it on the way down; `detail` is 0 for keys, and touch has no `start`. */
    press(event: { detail: number; nativeEvent: Event }, id: string) {
      const byMouse = event.detail > 0 && (event.nativeEvent as PointerEvent).pointerType === 'mouse'
      if (!byMouse) set(id, !latest.current.has(id))
    },
  }
}

function SpanField({ timeslots, value, onChange }: PickerProps) {
  const t = useMessages(messages)
  const [lead] = useZones()
  const zone = lead?.zone ?? 'UTC'
  const [text, setText] = useState(() => {
    const chosen = availabilityOfSlots(timeslots, value)
    // All of them is no stretch at all; typing starts from the days then.
    const stretches = chosen.length > 0 ? chosen : daysOfSlots(timeslots, zone).map(stretchOfDay)
    return writeSpans(stretches, zone)
  })
  const read = readSpans(text, zone)
  const found = 'intervals' in read && read.intervals.length > 0 ? slotsWithin(timeslots, read.intervals) : []
  const fault =
    'wrong' in read
      ? t('slots.wrong', { part: read.wrong.slice(0, 60) })
      : found.length === 0
        ? t('slots.outside')
        : null
  const [first] = daysOfSlots(timeslots, zone)
  return (
    <Textarea
      label={t('slots.type')}
      description={t('slots.typeHint', {
        side: lead?.name ?? zone,
        example: first ? writeSpans([stretchOfDay(first)], zone) : '2020-10-26 15:00-18:00',
      })}
      rows={4}
      value={text}
      error={fault}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        const parsed = readSpans(next, zone)
        const slots =
          'intervals' in parsed && parsed.intervals.length > 0 ? slotsWithin(timeslots, parsed.intervals) : []
        onChange(new Set(slots.map(({ id }) => id)))
      }}
    />
  )
}

const stretchOfDay = ({ slots }: AxisDay<Timeslot>) => ({
  startsAt: slots[0]?.startsAt ?? '',
  endsAt: slots.at(-1)?.endsAt ?? '',
})
